#include "core/base/random.h"
#include "core/net/kernels.h"
#include "core/net/network.h"
#include "tests/testmain.h"

#include <Eigen/Core>
#include <QTest>

#include <numeric>

using namespace layerlab;

namespace {

using RowMajor = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

RowMajor randomMatrix(std::size_t rows, std::size_t cols, Random& random) {
  RowMajor m(static_cast<Eigen::Index>(rows), static_cast<Eigen::Index>(cols));
  for (Eigen::Index i = 0; i < m.size(); ++i) m.data()[i] = static_cast<float>(random.normal());
  return m;
}

/// Feature-major block of `m` (features x samples); the padding holds `pad`.
AlignedFloats block(const RowMajor& m, std::size_t stride, float pad) {
  AlignedFloats out(static_cast<std::size_t>(m.rows()) * stride, pad);
  for (Eigen::Index i = 0; i < m.rows(); ++i)
    for (Eigen::Index s = 0; s < m.cols(); ++s)
      out[static_cast<std::size_t>(i) * stride + static_cast<std::size_t>(s)] =
          static_cast<float>(m(i, s));
  return out;
}

AlignedFloats unpadded(const RowMajor& m) {
  return block(m, static_cast<std::size_t>(m.cols()), 0.0f);
}

/// The largest difference over the real samples, relative to the size of the sums.
double worst(const AlignedFloats& got, std::size_t stride, const RowMajor& expected) {
  double most = 0.0;
  for (Eigen::Index i = 0; i < expected.rows(); ++i)
    for (Eigen::Index s = 0; s < expected.cols(); ++s) {
      const auto at = static_cast<std::size_t>(i) * stride + static_cast<std::size_t>(s);
      const double difference = std::abs(static_cast<double>(got[at]) - expected(i, s));
      most = std::isfinite(difference) ? std::max(most, difference) : 1e9;
    }
  return most;
}

double tolerance(std::size_t terms) {
  return 1e-6 * (4.0 + 4.0 * std::sqrt(double(terms)));
}

} // namespace

/// Every product equals Eigen's in double, whatever the shape.
class TestKernels : public QObject {
  Q_OBJECT
private slots:
  void productsEqualEigen_data();
  void productsEqualEigen();
  void columnsDoNotDependOnTheirNeighbours();
  void gatherTransposesAndRepeatsTheLast_data();
  void gatherTransposesAndRepeatsTheLast();
  void stridesAvoidPowersOfTwo();
};

void TestKernels::productsEqualEigen_data() {
  QTest::addColumn<int>("inputs");
  QTest::addColumn<int>("units");
  QTest::addColumn<int>("samples");
  const auto row = [](int inputs, int units, int samples) {
    QTest::addRow("%d -> %d, %d rows", inputs, units, samples) << inputs << units << samples;
  };
  Random random(11);
  for (int width = 1; width <= 70; ++width)
    row(width, 1 + static_cast<int>(random.below(70)), 1 + static_cast<int>(random.below(70)));
  for (int units = 1; units <= 70; ++units)
    row(1 + static_cast<int>(random.below(70)), units, 1 + static_cast<int>(random.below(40)));
  for (const int samples : {1, 2, 15, 16, 17, 31, 32, 33, 64, 100, 128, 257}) {
    row(8, 8, samples);
    row(300, 300, samples);
    row(64, 600, samples);
    row(784, 10, samples);
  }
}

void TestKernels::productsEqualEigen() {
  QFETCH(int, inputs);
  QFETCH(int, units);
  QFETCH(int, samples);
  const kernels::DenseShape shape{static_cast<std::size_t>(inputs),
                                  static_cast<std::size_t>(units)};
  const auto n = static_cast<std::size_t>(samples);
  Random random(static_cast<std::uint64_t>(inputs * 1000003 + units * 1009 + samples));
  const RowMajor w = randomMatrix(shape.inputs, shape.units, random);
  const RowMajor b = randomMatrix(shape.units, 1, random);
  const RowMajor a = randomMatrix(shape.inputs, n, random);
  const RowMajor dz = randomMatrix(shape.units, n, random);
  const std::size_t stride = kernels::featureStride(n);
  const std::size_t columns = kernels::paddedColumns(n);
  const AlignedFloats aBlock = block(a, stride, 3.0f); // finite rubbish in the padding of a
  const AlignedFloats dzBlock = block(dz, stride, 0.0f);
  const AlignedFloats wFlat = unpadded(w);
  const AlignedFloats bFlat = unpadded(b);
  kernels::Scratch scratch;
  kernels::reserve(scratch, shape, stride);

  AlignedFloats z(shape.units * stride);
  kernels::forward(shape, wFlat.data(), bFlat.data(), aBlock.data(), z.data(), stride, columns,
                   scratch);
  const RowMajor zExpected = (w.transpose() * a).colwise() + b.col(0);
  QCOMPARE_LE(worst(z, stride, zExpected), tolerance(shape.inputs));
  kernels::forward(shape, wFlat.data(), nullptr, aBlock.data(), z.data(), stride, columns, scratch);
  QCOMPARE_LE(worst(z, stride, w.transpose() * a), tolerance(shape.inputs));

  AlignedFloats da(shape.inputs * stride);
  kernels::inputGradient(shape, wFlat.data(), dzBlock.data(), da.data(), stride, columns, scratch);
  QCOMPARE_LE(worst(da, stride, w * dz), tolerance(shape.units));

  AlignedFloats dw(shape.inputs * shape.units, 7.0f);
  AlignedFloats db(shape.units + 1, 7.0f);
  kernels::weightGradient(shape, aBlock.data(), dzBlock.data(), dw.data(), db.data(), stride, n,
                          scratch);
  QCOMPARE_LE(worst(dw, shape.units, a * dz.transpose()), tolerance(n));
  QCOMPARE_LE(worst(db, 1, dz.rowwise().sum()), tolerance(n));
  QCOMPARE(db.back(), 7.0f); // nothing is written beyond the end
}

void TestKernels::columnsDoNotDependOnTheirNeighbours() {
  const kernels::DenseShape shape{13, 21};
  Random random(5);
  const AlignedFloats w = unpadded(randomMatrix(13, 21, random));
  const RowMajor a = randomMatrix(13, 50, random);
  const auto run = [&](Eigen::Index first, std::size_t count) {
    const std::size_t stride = kernels::featureStride(count);
    kernels::Scratch scratch;
    AlignedFloats z(21 * stride);
    const AlignedFloats in =
        block(a.middleCols(first, static_cast<Eigen::Index>(count)), stride, 0.0f);
    kernels::forward(shape, w.data(), nullptr, in.data(), z.data(), stride,
                     kernels::paddedColumns(count), scratch);
    return toMatrix(z.data(), 21, count, stride);
  };
  const Matrix all = run(0, 50);
  for (std::size_t s = 0; s < 50; ++s) {
    const Matrix one = run(static_cast<Eigen::Index>(s), 1);
    for (std::size_t j = 0; j < 21; ++j) QCOMPARE(one(0, j), all(s, j));
  }
}

void TestKernels::gatherTransposesAndRepeatsTheLast_data() {
  QTest::addColumn<int>("width");
  QTest::addColumn<int>("samples");
  for (const int width : {1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 30, 33, 70})
    for (const int samples : {1, 2, 3, 4, 7, 8, 10, 16, 17, 31, 32, 50})
      QTest::addRow("%d wide, %d rows", width, samples) << width << samples;
}

void TestKernels::gatherTransposesAndRepeatsTheLast() {
  QFETCH(int, width);
  QFETCH(int, samples);
  const auto cols = static_cast<std::size_t>(width);
  const auto n = static_cast<std::size_t>(samples);
  Matrix x(100, cols); // exactly as large as it says: a read beyond the end is one in the sanitizer
  std::iota(x.values.begin(), x.values.end(), 0.0f);
  std::vector<std::uint32_t> rows(n);
  Random random(3);
  for (auto& row : rows) row = static_cast<std::uint32_t>(random.below(100));
  rows[0] = 99;
  const std::size_t stride = kernels::featureStride(n);
  AlignedFloats out(cols * stride, -1.0f);
  kernels::gather(x.values.data(), cols, rows, out.data(), stride);
  for (std::size_t c = 0; c < cols; ++c)
    for (std::size_t s = 0; s < kernels::paddedColumns(n); ++s)
      QCOMPARE(out[c * stride + s], x(rows[std::min(s, n - 1)], c));
  kernels::gather(x.values.data(), cols, 100 - n, n, out.data(), stride);
  const Matrix back = toMatrix(out.data(), cols, n, stride);
  for (std::size_t s = 0; s < n; ++s)
    for (std::size_t c = 0; c < cols; ++c) QCOMPARE(back(s, c), x(100 - n + s, c));
}

void TestKernels::stridesAvoidPowersOfTwo() {
  for (std::size_t n = 1; n < 5000; ++n) {
    const std::size_t stride = kernels::featureStride(n);
    QVERIFY(stride >= kernels::paddedColumns(n));
    QVERIFY(stride % 1024 != 0);
    QCOMPARE(stride % lineFloats, std::size_t{0});
  }
}

LAYERLAB_TEST(TestKernels, "kernels")
#include "tst_kernels.moc"
