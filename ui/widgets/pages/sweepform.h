#pragma once

#include "ui/session/session.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace layerlab {

class Field;
class FlowLayout;
class Theme;

/// What a person chose in the form.
struct SweepChoices {
  int layer = 1;
  QString mode = QStringLiteral("pow2");
  int from = 1;
  int to = 32;
  int step = 1;
  QString list = QStringLiteral("1,2,4,8,16");
  int repeats = 3;
  int epochs = 0; ///< 0: those of the design
  int guess = 0;  ///< 0: none
};

/// Which layer, which unit counts, how often, how long: the plan of a sweep. Counts are powers of
/// two, equal steps, or a typed list.
class SweepForm : public QWidget {
  Q_OBJECT
public:
  SweepForm(const Theme& theme, const Session& session, QWidget* parent = nullptr);

  /// The plan as it stands; the Error says what cannot be used.
  Result<SweepSpec> spec() const;
  int epochs() const;
  void setRunning(bool running);
  /// The class' guess; 0: none.
  int guess() const;
  void setGuess(int units);
  /// All of it, to be set aside while a lesson has its own.
  SweepChoices choices() const;
  void setChoices(const SweepChoices& choices);
  /// More controls of the same line, behind those of the plan.
  void addControl(QWidget* widget);

signals:
  void startRequested();
  void planChanged(); ///< the counts are others now
  void guessChanged();
  void stopRequested();

protected:
  void changeEvent(QEvent* event) override;
  bool event(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

private:
  void keepHeight();
  void build();
  void buildButtons();
  void connectControls();
  QSpinBox* makeSpin(const QString& name, int from, int to, int value);
  Field* addField(QWidget* control);
  void retranslate();
  void refresh();
  void refreshLayers();
  void refreshMode();
  void refreshEpochsTip();
  void refreshWidths();
  std::string unitsText() const;

  const Theme& m_theme;
  const Session& m_session;
  FlowLayout* m_flow;
  QComboBox* m_layer = nullptr;
  QComboBox* m_mode = nullptr;
  QSpinBox* m_from = nullptr;
  QSpinBox* m_to = nullptr;
  QSpinBox* m_step = nullptr;
  QLineEdit* m_list = nullptr;
  QSpinBox* m_repeats = nullptr;
  QSpinBox* m_epochs = nullptr;
  QPushButton* m_start = nullptr;
  QSpinBox* m_guess = nullptr;
  QPushButton* m_stop = nullptr;
  Field* m_layerField = nullptr;
  Field* m_modeField = nullptr;
  Field* m_fromField = nullptr;
  Field* m_toField = nullptr;
  Field* m_stepField = nullptr;
  Field* m_listField = nullptr;
  Field* m_repeatsField = nullptr;
  Field* m_epochsField = nullptr;
  Field* m_guessField = nullptr;
  int m_designEpochs = 0; ///< followed until the person sets another number
};

} // namespace layerlab
