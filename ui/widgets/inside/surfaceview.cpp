#include "ui/widgets/inside/surfaceview.h"

#include "ui/widgets/inside/palette.h"
#include "ui/widgets/panels/form.h"
#include "ui/widgets/theme.h"

#include <algorithm>
#include <cmath>

namespace layerlab {
namespace {

constexpr std::size_t liveCells = 72; // along each side; 5 184 predictions a picture
constexpr std::size_t fineCells = 160;
constexpr std::size_t dotsOfPart = 800; // of each part
constexpr double surfaceShare = 0.7;    // of a colour, so that the dots stand out

/// Shift and scale back to the inputs' own units.
double ownUnits(const InputColumn& input, double scaled) {
  return scaled * input.scale + input.shift;
}

struct Numbers {
  double low = 0.0;
  double high = 1.0;
  double share(double value) const { return high > low ? (value - low) / (high - low) : 0.5; }
};

Numbers spanOf(const Matrix& y, std::size_t output) {
  Numbers span;
  for (std::size_t r = 0; r < y.rows; ++r) {
    const auto value = static_cast<double>(y(r, output));
    span.low = r == 0 ? value : std::min(span.low, value);
    span.high = r == 0 ? value : std::max(span.high, value);
  }
  return span;
}

/// How one row of outputs (or of targets) is coloured.
struct Painter {
  const Colors& colors;
  PredictionKind kind;
  std::size_t output;
  Numbers span;

  std::size_t classOf(std::span<const float> row) const {
    if (kind == PredictionKind::binary) return row[output] >= 0.5f ? 1 : 0;
    return static_cast<std::size_t>(std::max_element(row.begin(), row.end()) - row.begin());
  }
  std::size_t classes(std::span<const float> row) const {
    return kind == PredictionKind::binary ? 2 : row.size();
  }
  QColor full(std::span<const float> row) const {
    if (kind == PredictionKind::numbers)
      return amountColor(span.share(static_cast<double>(row[output])));
    return classColor(colors, classOf(row), classes(row));
  }
  Marker marker(std::span<const float> row) const {
    if (kind == PredictionKind::numbers) return Marker::disc;
    return classMarker(classOf(row), classes(row));
  }
  QColor tinted(std::span<const float> row) const {
    if (kind == PredictionKind::numbers) return full(row);
    if (kind == PredictionKind::binary)
      return signColor(colors, surfaceShare * (2.0 * static_cast<double>(row[output]) - 1.0));
    const auto p = static_cast<double>(*std::max_element(row.begin(), row.end()));
    return mixed(colors.surface, full(row), surfaceShare * std::clamp(p, 0.0, 1.0));
  }
};

QImage imageOf(const Surface& surface, const Painter& painter) {
  QImage image(static_cast<int>(surface.plane.columns), static_cast<int>(surface.plane.rows),
               QImage::Format_RGB32);
  for (int r = 0; r < image.height(); ++r) {
    auto* line = reinterpret_cast<QRgb*>(image.scanLine(r));
    for (int c = 0; c < image.width(); ++c)
      line[c] = painter
                    .tinted(surface.values.row(static_cast<std::size_t>(r) * surface.plane.columns +
                                               static_cast<std::size_t>(c)))
                    .rgb();
  }
  return image;
}

Dots dotsOf(const Matrix& x, const Matrix& y, const std::vector<InputColumn>& inputs,
            const Painter& painter, bool hollow) {
  Dots dots;
  dots.hollow = hollow;
  for (const std::uint32_t r : evenRows(x.rows, dotsOfPart)) {
    dots.at.emplace_back(ownUnits(inputs[0], static_cast<double>(x(r, 0))),
                         ownUnits(inputs[1], static_cast<double>(x(r, 1))));
    dots.color.push_back(painter.full(y.row(r)).rgb());
    dots.marker.push_back(painter.marker(y.row(r)));
  }
  return dots;
}

} // namespace

QRgb rowColor(const Colors& colors, std::size_t which, std::size_t count) {
  return classColor(colors, which, count).rgb();
}

bool hasPlane(const Preprocessing& preprocessing) {
  return preprocessing.inputs.size() == 2 && !preprocessing.inputs[0].categorical &&
         !preprocessing.inputs[1].categorical;
}

SurfacePicture surfacePicture(const Subject& subject, const PreparedData& data, std::size_t output,
                              bool fine, const Colors& colors) {
  InputPlane plane = planeAround(data.xTrain);
  plane.columns = plane.rows = fine ? fineCells : liveCells;
  const std::vector<InputColumn>& inputs = data.preprocessing.inputs;
  SurfacePicture picture;
  picture.surface = surfaceOf(subject.design.network, *subject.weights, plane);
  const Painter painter{colors, predictionKind(data.preprocessing, data.yTrain.cols), output,
                        spanOf(data.yTrain, output)};
  picture.kind = painter.kind;
  if (picture.kind == PredictionKind::classes) picture.borders = classBorders(picture.surface);
  picture.image = imageOf(picture.surface, painter);
  picture.train = dotsOf(data.xTrain, data.yTrain, inputs, painter, false);
  if (data.xValidation.rows > 0)
    picture.validation = dotsOf(data.xValidation, data.yValidation, inputs, painter, true);
  picture.x = {ownUnits(inputs[0], plane.left), ownUnits(inputs[0], plane.right)};
  picture.y = {ownUnits(inputs[1], plane.bottom), ownUnits(inputs[1], plane.top)};
  return picture;
}

SurfaceView::SurfaceView(const Theme& theme, QWidget* parent)
    : ScatterPlot(theme, parent), m_themeNow(theme) {
  setWordsFor([](int dots, int) {
    return dots == 0 ? tr("a training row (full)") : tr("a validation row (hollow)");
  });
}

void SurfaceView::setPicture(std::shared_ptr<const SurfacePicture> picture, const QString& xTitle,
                             const QString& yTitle) {
  m_picture = std::move(picture);
  m_xTitle = xTitle;
  m_yTitle = yTitle;
  refresh();
}

void SurfaceView::setCutOff(double cutOff) {
  m_cutOff = cutOff;
  refresh();
}

void SurfaceView::refresh() {
  if (!m_picture) return;
  ScatterScene scene;
  scene.x = m_picture->x;
  scene.y = m_picture->y;
  scene.xTitle = m_xTitle;
  scene.yTitle = m_yTitle;
  scene.backdrop = m_picture->image;
  scene.dots = {m_picture->train, m_picture->validation};
  scene.lineColor = m_themeNow.colors().text;
  const InputPlane& plane = m_picture->surface.plane;
  const auto x = [&](double at) {
    return scene.x.from + (at - plane.left) / (plane.right - plane.left) * scene.x.length();
  };
  const auto y = [&](double at) {
    return scene.y.from + (at - plane.bottom) / (plane.top - plane.bottom) * scene.y.length();
  };
  const bool binary = m_picture->kind == PredictionKind::binary;
  for (const BorderPiece& piece :
       binary ? levelBorder(m_picture->surface, 0, m_cutOff) : m_picture->borders)
    scene.lines.emplace_back(x(piece.x1), y(piece.y1), x(piece.x2), y(piece.y2));
  setScene(std::move(scene));
}

void SurfaceView::retranslate() {
  setWords(this, tr("What the network says over both inputs"),
           tr("Colour: the prediction at each place; full marks: training rows, hollow ones: "
              "validation rows; each class has a shape"));
  setDescription(tr("The plane of both inputs, coloured by the prediction, with the rows on it."));
}

} // namespace layerlab

#include "moc_surfaceview.cpp"
