#include "ui/widgets/lessons/helpdesk.h"

#include "core/lesson/lesson.h"
#include "ui/widgets/lessons/glossary.h"
#include "ui/widgets/lessons/tour.h"
#include "ui/widgets/lessons/welcome.h"
#include "ui/widgets/lessons/windowparts.h"
#include "ui/widgets/panels/form.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QCursor>
#include <QDialog>
#include <QDialogButtonBox>
#include <QEvent>
#include <QGridLayout>
#include <QHelpEvent>
#include <QMenu>
#include <QPushButton>
#include <QTabWidget>
#include <QToolTip>

namespace layerlab {
namespace {

constexpr int teacherRows = 9;

/// The parts a teacher may hide, with the words on the screen; the pages one by one as well.
QVector<QPair<QString, QString>> teacherParts(const QWidget* window) {
  QVector<QPair<QString, QString>> parts{
      {QStringLiteral("side"), HelpDesk::tr("left panel")},
      {QStringLiteral("network"), HelpDesk::tr("network")},
      {QStringLiteral("advice"), HelpDesk::tr("advice")},
      {QStringLiteral("features"), HelpDesk::tr("features")},
      {QStringLiteral("task"), HelpDesk::tr("task")},
      {QStringLiteral("scaling"), HelpDesk::tr("scaling")},
      {QStringLiteral("missing"), HelpDesk::tr("missing values")},
      {QStringLiteral("split"), HelpDesk::tr("split")},
      {QStringLiteral("loss"), HelpDesk::tr("loss")},
      {QStringLiteral("optimizer"), HelpDesk::tr("optimizer")},
      {QStringLiteral("learning_rate"), HelpDesk::tr("learning rate")},
      {QStringLiteral("batch"), HelpDesk::tr("batch size")},
      {QStringLiteral("epochs"), HelpDesk::tr("epochs")},
      {QStringLiteral("seed"), HelpDesk::tr("seed")},
      {QStringLiteral("early_stopping"), HelpDesk::tr("early stopping")},
      {QStringLiteral("shuffle"), HelpDesk::tr("shuffle")},
      {QStringLiteral("reading"), HelpDesk::tr("reading of the curve")},
      {QStringLiteral("pages"), HelpDesk::tr("pages")}};
  const auto* pages = window->findChild<QTabWidget*>(QStringLiteral("pages"));
  for (const LessonPart& known : lessonHighlights())
    if (const QString word = QLatin1String(known.word); word.startsWith(QLatin1String("page_")))
      parts << qMakePair(word, HelpDesk::tr("page %1").arg(
                                   pages->tabText(pages->indexOf(windowPart(window, word)))));
  return parts;
}

} // namespace

HelpDesk::HelpDesk(const Theme& theme, Workbench& workbench, QWidget* window, QWidget* covered,
                   Doors doors)
    : QObject(window), m_theme(theme), m_workbench(workbench), m_window(window),
      m_welcome(new WelcomePane(theme, covered, window)), m_tour(new Tour(theme, window)) {
  buildActions();
  retranslate();
  connect(m_welcome, &WelcomePane::lessonChosen, this, std::move(doors.lesson));
  connect(m_welcome, &WelcomePane::exampleChosen, this, std::move(doors.example));
  connect(m_welcome, &WelcomePane::fileChosen, this, std::move(doors.file));
  connect(m_welcome, &WelcomePane::tourChosen, m_tour, &Tour::start);
  connect(m_tour, &Tour::runningChanged, m_welcome, &WelcomePane::setAside);
  connect(&workbench.session(), &Session::changed, this, [this](Session::Parts parts) {
    if (!(parts & Session::tablePart)) return;
    m_welcome->setEmpty(m_workbench.session().table() == nullptr);
    applyParts();
  });
  qApp->installEventFilter(this); // each control gets the event of its own tool tip
}

void HelpDesk::buildActions() {
  const auto add = [this](const char* menu, const char* name) {
    auto* action = new QAction(m_window);
    action->setObjectName(QLatin1String(name));
    if (!menu) return action;
    auto* place = m_window->findChild<QMenu*>(QLatin1String(menu));
    place->insertAction(place->actions().value(0), action);
    return action;
  };
  m_tourAction = add("helpMenu", "helpTour");
  m_glossary = add("helpMenu", "helpGlossary");
  m_glossary->setShortcut(QKeySequence(Qt::Key_F1));
  m_teacher = add(nullptr, "teacherMode");
  auto* view = m_window->findChild<QMenu*>(QStringLiteral("viewMenu"));
  view->addSeparator();
  view->addAction(m_teacher);
  connect(m_tourAction, &QAction::triggered, m_tour, &Tour::start);
  connect(m_teacher, &QAction::triggered, this, &HelpDesk::chooseParts);
  connect(m_glossary, &QAction::triggered, this, [this] {
    const QString hovered = termOfWidget(QApplication::widgetAt(QCursor::pos()));
    showGlossary(hovered.isEmpty() ? termOfWidget(QApplication::focusWidget()) : hovered);
  });
}

void HelpDesk::retranslate() {
  m_glossary->setText(tr("&Glossary: what does this mean?"));
  m_tourAction->setText(tr("Ten-second &tour"));
  m_teacher->setText(tr("Teac&her mode…"));
}

/// Sees every event of the program: what is not meant goes on at once.
bool HelpDesk::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::LanguageChange && watched == m_window) retranslate();
  if (event->type() != QEvent::ToolTip) return false;
  return showTip(qobject_cast<QWidget*>(watched), *static_cast<QHelpEvent*>(event));
}

bool HelpDesk::showTip(QWidget* widget, const QHelpEvent& hover) const {
  const QString tip = tipWithTerm(widget);
  if (tip.isEmpty()) return false;
  QToolTip::showText(hover.globalPos(), tip, widget);
  return true;
}

void HelpDesk::showGlossary(const QString& term) {
  (new GlossaryDialog(m_theme, term, m_window))->open();
}

// Teacher mode ----------------------------------------------------------------------------------

void HelpDesk::chooseParts() {
  auto* dialog = new QDialog(m_window);
  nameWidget(dialog, QStringLiteral("teacherDialog"));
  dialog->setWindowTitle(tr("Teacher mode"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  auto* column = new QVBoxLayout(dialog);
  column->setContentsMargins(24, 24, 24, 16);
  column->setSpacing(16);
  auto* words =
      new QLabel(tr("Only what is ticked is shown, in this project, for whoever opens it."));
  words->setWordWrap(true);
  column->addWidget(words);
  auto* grid = new QGridLayout;
  grid->setHorizontalSpacing(24);
  const QStringList hidden = m_workbench.property("hiddenParts").toStringList();
  QVector<QPair<QString, QCheckBox*>> boxes;
  for (const auto& [word, text] : teacherParts(m_window)) {
    auto* box = new QCheckBox(text, dialog);
    nameWidget(box, QStringLiteral("teacher_%1").arg(word));
    setWords(box, text, tr("Show this part of the window"));
    box->setChecked(!hidden.contains(word));
    const int place = static_cast<int>(boxes.size());
    grid->addWidget(box, place % teacherRows, place / teacherRows);
    boxes << qMakePair(word, box);
  }
  column->addLayout(grid);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
  QPushButton* close = buttons->button(QDialogButtonBox::Close);
  nameWidget(close, QStringLiteral("teacherClose"));
  close->setText(tr("Close"));
  setWords(close, tr("Close"), tr("Close this window (Esc)"));
  column->addWidget(buttons);
  connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
  for (const auto& entry : boxes)
    connect(entry.second, &QCheckBox::toggled, this, [this, boxes] {
      QStringList parts;
      for (const auto& [word, box] : boxes)
        if (!box->isChecked()) parts << word;
      setHiddenParts(parts);
    });
  dialog->open();
}

void HelpDesk::setHiddenParts(const QStringList& parts) {
  if (parts == m_workbench.property("hiddenParts").toStringList()) return;
  m_workbench.setProperty("hiddenParts", parts);
  if (m_workbench.session().table()) m_workbench.session().touch();
  applyParts();
}

void HelpDesk::applyParts() {
  for (const QPointer<QWidget>& widget : m_hidden)
    if (widget) setPartShown(widget, true);
  m_hidden.clear();
  for (const QString& word : m_workbench.property("hiddenParts").toStringList()) {
    QWidget* widget = wholePart(windowPart(m_window, word));
    if (!widget || !isPartShown(widget)) continue;
    setPartShown(widget, false);
    m_hidden << widget;
  }
}

} // namespace layerlab

#include "moc_helpdesk.cpp"
