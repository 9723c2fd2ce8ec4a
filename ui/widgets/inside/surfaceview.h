#pragma once

#include "core/insight/report.h"
#include "core/insight/surface.h"
#include "ui/widgets/inside/scatterplot.h"
#include "ui/widgets/inside/subject.h"

#include <QImage>

#include <memory>
#include <optional>

namespace layerlab {

struct Colors;
class Theme;

/// A picture of what a network with two inputs says, with the rows on it.
struct SurfacePicture {
  Surface surface;
  QImage image;
  Dots train;
  Dots validation;
  Range x; ///< in the inputs' own units
  Range y;
  PredictionKind kind = PredictionKind::numbers;
  std::vector<BorderPiece> borders; ///< classes: the cut-off does not move them
};

/// Is there a plane to show? Two numeric inputs.
bool hasPlane(const Preprocessing& preprocessing);

/// Off the GUI thread. `fine`: more cells, when nothing is training.
SurfacePicture surfacePicture(const Subject& subject, const PreparedData& data, std::size_t output,
                              bool fine, const Colors& colors);

/// The picture with the borders between the classes (of two at the cut-off); training rows are
/// full and validation rows hollow, each class has a marker of its own.
class SurfaceView : public ScatterPlot {
  Q_OBJECT
public:
  explicit SurfaceView(const Theme& theme, QWidget* parent = nullptr);

  void setPicture(std::shared_ptr<const SurfacePicture> picture, const QString& xTitle,
                  const QString& yTitle);
  void setCutOff(double cutOff);
  void retranslate();

private:
  void refresh();

  const Theme& m_themeNow;
  std::shared_ptr<const SurfacePicture> m_picture;
  QString m_xTitle;
  QString m_yTitle;
  double m_cutOff = 0.5;
};

/// Colour of one row by its class, or by where its number lies in `numbers`.
QRgb rowColor(const Colors& colors, std::size_t which, std::size_t count);

} // namespace layerlab
