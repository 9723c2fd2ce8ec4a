#pragma once

#include "core/net/spec.h"
#include "ui/widgets/canvas/canvaslayout.h"
#include "ui/widgets/theme.h"

#include <QFont>
#include <QGraphicsItem>
#include <QImage>
#include <QStringList>

#include <optional>
#include <vector>

namespace layerlab {

/// The words on one card.
struct CardTexts {
  QString title;
  QString subtitle;    ///< "8 inputs", "rate 0.2"; empty where controls sit
  QString footer;      ///< "(8+1)×8 = 72", "no parameters"
  QString shortFooter; ///< "= 2,112", where the whole does not fit
  QString reason;
  QString more; ///< "⋯ 52 more"
  QStringList names;
};

/// Rim, title and texts of a card, under the edges.
class CardItem : public QGraphicsItem {
public:
  CardItem(const Theme& theme, const CardGeometry& geometry, CardTexts texts, double zoom);
  void setSelected(bool selected, bool focused);
  void setLifted(bool lifted); ///< being dragged
  /// The parameter arithmetic at this place, where the card has only room for its result.
  QString hint(QPointF at) const;

  QRectF boundingRect() const override;
  void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
  bool footerFits() const;
  void paintTexts(QPainter* painter) const;

  const Theme& m_theme;
  CardGeometry m_card;
  CardTexts m_texts;
  double m_zoom;
  bool m_selected = false;
  bool m_focused = false;
  bool m_lifted = false;
};

/// What is known of one shown neuron.
struct NeuronState {
  std::optional<float> bias;
  std::optional<float> value; ///< activation for the probe row; nullopt: no probe
  int rows = 0;               ///< probe rows that were looked at
  bool dead = false;          ///< never above zero on any of them
  bool saturated = false;     ///< at the flat ends on all of them
  QImage heat;                ///< output over the input plane; null: not two inputs
};

/// The neurons of a card with their names and bias dots, above the edges.
class NeuronsItem : public QGraphicsItem {
public:
  NeuronsItem(const Theme& theme, const CardGeometry& geometry, CardTexts texts, double zoom);
  void setStates(std::vector<NeuronState> states);
  NeuronState state(int neuron) const;
  void setHover(std::optional<int> neuron);
  std::optional<int> neuronAt(QPointF at) const; ///< nullopt: none within its circle
  /// 1: every name is shown; 2: every second one, as they would cover each other.
  int nameStep() const;

  QRectF boundingRect() const override;
  void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
  QRectF circles() const;
  void paintNeuron(QPainter* painter, int neuron) const;
  void paintHeat(QPainter* painter, QPointF centre, const QImage& heat) const;
  void paintBias(QPainter* painter, QPointF centre, float bias) const;
  void paintName(QPainter* painter, int neuron) const;
  QFont nameFont() const;

  const Theme& m_theme;
  CardGeometry m_card;
  CardTexts m_texts;
  double m_zoom;
  std::vector<NeuronState> m_states;
  std::optional<int> m_hover;
};

} // namespace layerlab
