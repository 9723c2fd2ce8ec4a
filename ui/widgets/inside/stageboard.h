#pragma once

#include "core/insight/stagewalk.h"

#include <QStringList>
#include <QVector>
#include <QWidget>

#include <optional>

class QLabel;

namespace layerlab {

class MatrixView;
class Theme;

/// What a matrix of a stage is.
enum class StagePart { input, weights, z, a, target, loss, gradient, first, second, before, after };

/// What the board shows: the walk, one dense layer of it, and words for rows and columns.
struct StageScene {
  const StageWalk* walk = nullptr;
  std::size_t layer = 0;
  OptimizerKind optimizer = OptimizerKind::adam;
  QString activation;
  QStringList inputNames; ///< of the network
  QStringList rowNames;   ///< of the batch
};

/// The matrices of one stage side by side with their signs: X · W + b = Z → A.
class StageBoard : public QWidget {
  Q_OBJECT
public:
  explicit StageBoard(const Theme& theme, QWidget* parent = nullptr);

  void setScene(const StageScene& scene);
  /// The one cell that is spelled out; nothing is marked then.
  void setCurrent(StagePart part, int row, int column);
  /// Marks a cell, row or column (-1: all) of a part.
  void mark(StagePart part, int row, int column);
  MatrixView* view(StagePart part) const;

signals:
  void cellChosen(layerlab::StagePart part, int row, int column);

private:
  struct Slot {
    StagePart part;
    QString caption;
    Matrix matrix;
    QStringList rows;
    QStringList columns;
    QString sign; ///< before it
  };
  QVector<Slot> slotsOf(const StageScene& scene) const;
  QVector<Slot> predictSlots(const StageScene& scene) const;
  QVector<Slot> errorSlots(const StageScene& scene) const;
  QVector<Slot> adjustSlots(const StageScene& scene) const;
  Slot weightSlot(const StageScene& scene, StagePart part, const QString& caption,
                  const LayerWeights& weights, const QString& sign) const;
  void place(int index, const Slot& slot);

  struct Place {
    QLabel* sign;
    MatrixView* view;
    StagePart part = StagePart::input;
  };
  QVector<Place> m_places;
};

/// Kernel with the bias as its last row.
Matrix withBias(const LayerWeights& weights);

} // namespace layerlab
