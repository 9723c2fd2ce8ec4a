#include "ui/widgets/lessons/glossary.h"
#include "ui/widgets/theme.h"

#include <QHash>
#include <QPainter>
#include <QPainterPath>

#include <cmath>
#include <functional>

// Small pictures of the terms, drawn in the colours of the theme.

namespace layerlab {
namespace {

struct Pen {
  QPainter& painter;
  QRectF area;
  const Theme& theme;

  const Colors& colors() const { return theme.colors(); }
  QPointF at(double x, double y) const { // 0 ... 1, up is more
    return {area.left() + x * area.width(), area.bottom() - y * area.height()};
  }
  void line(double x1, double y1, double x2, double y2, const QColor& color, double width = 2) {
    painter.setPen(QPen(color, width, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(at(x1, y1), at(x2, y2));
  }
  void curve(const std::function<double(double)>& f, const QColor& color, double width = 3) {
    QPainterPath path(at(0, f(0)));
    for (int i = 1; i <= 80; ++i) path.lineTo(at(i / 80.0, f(i / 80.0)));
    painter.setPen(QPen(color, width));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
  }
  void dot(double x, double y, const QColor& color, double radius = 9) {
    painter.setPen(QPen(colors().surface, 2));
    painter.setBrush(color);
    painter.drawEllipse(at(x, y), radius, radius);
  }
  void box(double x, double y, double w, double h, const QColor& color) {
    painter.setPen(QPen(colors().border));
    painter.setBrush(color);
    painter.drawRoundedRect(QRectF(at(x, y + h), at(x + w, y)), 4, 4);
  }
  void words(double x, double y, const QString& text) {
    painter.setPen(colors().muted);
    painter.setFont(theme.font(10));
    painter.drawText(QRectF(at(x, y), QSizeF(0, 0)).adjusted(-90, -10, 90, 10), Qt::AlignCenter,
                     text);
  }
  void axes() {
    line(0, 0, 1, 0, colors().grid);
    line(0, 0, 0, 1, colors().grid);
  }
};

void network(Pen& pen, const std::vector<int>& units) {
  const auto place = [&](std::size_t layer, int unit) {
    return QPointF(0.1 + 0.8 * static_cast<double>(layer) / static_cast<double>(units.size() - 1),
                   (unit + 1.0) / (units[layer] + 1.0));
  };
  for (std::size_t k = 0; k + 1 < units.size(); ++k)
    for (int i = 0; i < units[k]; ++i)
      for (int j = 0; j < units[k + 1]; ++j) {
        const QPointF a = place(k, i);
        const QPointF b = place(k + 1, j);
        pen.line(a.x(), a.y(), b.x(), b.y(),
                 (i + j) % 3 ? pen.colors().positive : pen.colors().negative, 1 + (i * j) % 3);
      }
  for (std::size_t k = 0; k < units.size(); ++k)
    for (int i = 0; i < units[k]; ++i) {
      const QPointF a = place(k, i);
      pen.dot(a.x(), a.y(), k == 0 ? pen.colors().muted : pen.colors().accent);
    }
}

void table(Pen& pen, int markColumn, int validFrom, int holes) {
  for (int row = 0; row < 6; ++row)
    for (int column = 0; column < 5; ++column) {
      const bool hole = holes && (row * 7 + column * 3) % 11 == 0;
      const QColor fill = hole                             ? pen.colors().surface
                          : column == markColumn           ? pen.colors().accent
                          : markColumn == -2 && column < 4 ? pen.colors().positive
                          : row >= validFrom               ? pen.colors().negative
                                                           : pen.colors().raised;
      pen.box(0.12 + column * 0.155, 0.85 - row * 0.155, 0.145, 0.13, fill);
    }
}

double fallingLoss(double x) {
  return 0.08 + 0.85 * std::exp(-5 * x);
}

double valLoss(double x) {
  return 0.14 + 0.8 * std::exp(-6 * x) + 0.45 * std::max(0.0, x - 0.35);
}

double elbowCurve(double x) {
  return 0.12 + 0.8 * std::exp(-8 * x);
}

void fits(Pen& pen) {
  pen.axes();
  pen.curve(fallingLoss, pen.colors().accent);
}

void overfitting(Pen& pen, bool stop) {
  pen.axes();
  pen.curve(fallingLoss, pen.colors().accent);
  pen.curve(valLoss, pen.colors().negative);
  if (stop) pen.line(0.5, 0, 0.5, 1, pen.colors().good, 3);
}

void rates(Pen& pen) {
  pen.axes();
  pen.curve([](double x) { return 0.9 - 0.2 * x; }, pen.colors().muted);
  pen.curve(fallingLoss, pen.colors().accent);
  pen.curve([](double x) { return 0.55 + 0.35 * std::sin(38 * x); }, pen.colors().negative, 2);
}

void activation(Pen& pen) {
  pen.line(0, 0.3, 1, 0.3, pen.colors().grid);
  pen.line(0.5, 0, 0.5, 1, pen.colors().grid);
  pen.curve([](double x) { return 0.3 + std::max(0.0, 1.3 * (x - 0.5)); }, pen.colors().accent);
  pen.curve([](double x) { return 0.3 + 0.5 / (1 + std::exp(-14 * (x - 0.5))); },
            pen.colors().negative);
  pen.words(0.88, 0.95, QStringLiteral("relu"));
  pen.words(0.88, 0.68, QStringLiteral("sigmoid"));
}

void elbow(Pen& pen) {
  pen.axes();
  pen.curve(elbowCurve, pen.colors().accent);
  for (const double x : {0.0, 0.14, 0.28, 0.42, 0.6, 0.8, 1.0})
    pen.dot(x, elbowCurve(x), pen.colors().accent, 5);
  pen.dot(0.28, elbowCurve(0.28), pen.colors().good, 10);
}

void neuron(Pen& pen) {
  for (const double y : {0.2, 0.5, 0.8}) {
    pen.line(0.15, y, 0.6, 0.5, y > 0.3 ? pen.colors().positive : pen.colors().negative, 6 * y);
    pen.dot(0.15, y, pen.colors().muted);
  }
  pen.dot(0.6, 0.5, pen.colors().accent, 18);
  pen.dot(0.6, 0.36, pen.colors().negative, 5);
  pen.words(0.82, 0.5, QStringLiteral("z = x·w + b"));
}

void optimizer(Pen& pen) {
  pen.curve([](double x) { return 0.1 + 3.2 * (x - 0.5) * (x - 0.5); }, pen.colors().muted);
  for (const double x : {0.05, 0.18, 0.29, 0.38, 0.45, 0.49})
    pen.dot(x, 0.14 + 3.2 * (x - 0.5) * (x - 0.5), pen.colors().accent, 6);
}

void cutOff(Pen& pen) {
  for (int i = 0; i < 12; ++i) {
    const double low = std::exp(-std::pow((i - 2) / 2.5, 2));
    const double high = std::exp(-std::pow((i - 9) / 2.5, 2));
    pen.box(i / 12.0, 0, 0.035, 0.9 * low, pen.colors().negative);
    pen.box(i / 12.0 + 0.04, 0, 0.035, 0.9 * high, pen.colors().positive);
  }
  pen.line(0.5, 0, 0.5, 1, pen.colors().text, 3);
}

/// Three classes; the diagonal is what is right, a darker cell holds more rows.
void confusion(Pen& pen) {
  const int counts[3][3] = {{9, 1, 0}, {1, 7, 2}, {0, 3, 8}};
  for (int row = 0; row < 3; ++row)
    for (int column = 0; column < 3; ++column) {
      QColor fill = row == column ? pen.colors().positive : pen.colors().negative;
      fill.setAlphaF(static_cast<float>(0.1 + 0.09 * counts[row][column]));
      pen.box(0.26 + column * 0.17, 0.68 - row * 0.31, 0.16, 0.28, fill);
      pen.words(0.34 + column * 0.17, 0.82 - row * 0.31, QString::number(counts[row][column]));
    }
}

void scaling(Pen& pen) {
  for (const double x : {0.08, 0.12, 0.2, 0.24, 0.33})
    pen.dot(x * 2.6, 0.75, pen.colors().muted, 6);
  for (const double x : {0.08, 0.12, 0.2, 0.24, 0.33})
    pen.dot(0.5 + (x - 0.19) * 1.4, 0.25, pen.colors().accent, 6);
  pen.line(0, 0.25, 1, 0.25, pen.colors().grid, 1);
  pen.words(0.5, 0.1, QStringLiteral("0"));
}

void task(Pen& pen) {
  for (int i = 0; i < 7; ++i)
    pen.dot(0.04 + i * 0.06, 0.15 + i * 0.1 + 0.05 * (i % 2), pen.colors().accent, 5);
  pen.line(0.02, 0.12, 0.44, 0.86, pen.colors().text);
  for (int row = 0; row < 2; ++row)
    for (int column = 0; column < 3; ++column) {
      pen.dot(0.6 + 0.05 * column, 0.2 + 0.12 * row, pen.colors().positive, 5);
      pen.dot(0.82 + 0.05 * column, 0.65 + 0.12 * row, pen.colors().negative, 5);
    }
}

void seeds(Pen& pen) {
  pen.axes();
  for (int i = 0; i < 5; ++i)
    pen.curve([i](double x) { return 0.1 + 0.06 * i + 0.7 * std::exp(-(3.0 + i) * x); },
              pen.colors().series(i), 2);
}

void code(Pen& pen) {
  const double lengths[] = {0.5, 0.62, 0.55, 0.2, 0.7};
  for (int i = 0; i < 5; ++i)
    pen.line(i == 0 || i == 3 ? 0.1 : 0.18, 0.9 - i * 0.19, lengths[i], 0.9 - i * 0.19,
             i % 2 ? pen.colors().accent : pen.colors().good, 6);
}

} // namespace

void paintTerm(QPainter& painter, const QRectF& area, const QString& key, const Theme& theme) {
  painter.setPen(theme.colors().border);
  painter.setBrush(theme.colors().raised);
  painter.drawRoundedRect(area, 8, 8);
  Pen pen{painter, area.adjusted(32, 24, -32, -24), theme};
  static const QHash<QString, std::function<void(Pen&)>> pictures{
      {"target", [](Pen& p) { table(p, 4, 9, 0); }},
      {"feature", [](Pen& p) { table(p, -2, 9, 0); }},
      {"task", task},
      {"scaling", scaling},
      {"missing", [](Pen& p) { table(p, 4, 9, 1); }},
      {"validation", [](Pen& p) { table(p, -1, 4, 0); }},
      {"hidden_layer",
       [](Pen& p) {
         network(p, {3, 5, 1});
       }},
      {"weight", neuron},
      {"activation", activation},
      {"loss", fits},
      {"optimizer", optimizer},
      {"learning_rate", rates},
      {"batch", [](Pen& p) { table(p, -1, 3, 0); }},
      {"epoch", [](Pen& p) { table(p, -1, 0, 0); }},
      {"seed", seeds},
      {"overfitting", [](Pen& p) { overfitting(p, false); }},
      {"early_stopping", [](Pen& p) { overfitting(p, true); }},
      {"elbow", elbow},
      {"cut_off", cutOff},
      {"confusion", confusion},
      {"bottleneck",
       [](Pen& p) {
         network(p, {5, 2, 3});
       }},
      {"keras", code}};
  if (const auto found = pictures.find(key); found != pictures.end()) (*found)(pen);
}

} // namespace layerlab
