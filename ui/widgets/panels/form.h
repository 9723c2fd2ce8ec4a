#pragma once

#include <QComboBox>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>
#include <QVariant>
#include <QVector>
#include <QWidget>

namespace layerlab {

class Theme;

/// Object name of a control; from outside (accessibility) the same id can be read as its accessible
/// description, because Qt 6.4 does not export object names.
void nameWidget(QWidget* widget, const QString& name);

/// Accessible name and tool tip together: no control goes without either.
void setWords(QWidget* widget, const QString& accessibleName, const QString& toolTip);

/// A control inside a scrolled panel takes the wheel only while it has the focus, so that scrolling
/// never changes a setting by accident.
void calmWheel(QWidget* control);

/// One entry of a combo box: what is read, the Keras word behind it, what it means.
struct Choice {
  QString text;
  QVariant data;
  QString toolTip;
};

/// A combo box that may become narrow while its list stays as wide as its texts.
QComboBox* makeCombo(const QString& name, QWidget* parent);
/// New entries, keeping the chosen data; emits nothing.
void fillCombo(QComboBox* combo, const QVector<Choice>& choices);
/// Shows the entry with `data` (none: nothing chosen); emits nothing.
void showChoice(QComboBox* combo, const QVariant& data);

/// A captioned control: the caption stands above and is the control's buddy.
class Field : public QWidget {
public:
  explicit Field(QWidget* control, QWidget* parent = nullptr);
  void setTexts(const QString& caption, const QString& toolTip);
  /// A small widget at the right end of the caption's line.
  void addBeside(QWidget* widget);
  /// As wide as its caption, its choices and `sample` need with the type of now.
  void fitWidth(const Theme& theme, const QString& sample = {});

private:
  QLabel* m_caption;
  QWidget* m_control;
  QBoxLayout* m_head;
};

/// A card with a heading that folds it.
class Section : public QFrame {
  Q_OBJECT
public:
  Section(const Theme& theme, const QString& name, QWidget* parent = nullptr);

  QVBoxLayout* body() const { return m_body; }
  void setTitle(const QString& title, const QString& toolTip);
  bool isFolded() const;
  void setFolded(bool folded);

private:
  void refreshIcon();

  const Theme& m_theme;
  QToolButton* m_heading;
  QWidget* m_content;
  QVBoxLayout* m_body;
};

/// Width of what stands beside a picture: grows half as much as the type, for the picture's sake.
int sideWidth(const Theme& theme, int pixels);

/// Widgets side by side, each as wide as the others.
QHBoxLayout* pair(QWidget* left, QWidget* right);

} // namespace layerlab
