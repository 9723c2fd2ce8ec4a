#include "ui/widgets/lessons/lessonpanel.h"

#include "ui/widgets/lessons/sketchpad.h"
#include "ui/widgets/pages/elbowcurve.h"
#include "ui/widgets/panels/form.h"
#include "ui/widgets/theme.h"

#include <QButtonGroup>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QTextBrowser>

#include <algorithm>
#include <cmath>

namespace layerlab {
namespace {

using Kind = LessonQuestion::Kind;
constexpr int panelWidth = 312;

QString words(const std::string& text) {
  return QString::fromStdString(text);
}

void clearLayout(QWidget* box) {
  qDeleteAll(box->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
}

} // namespace

LessonPanel::LessonPanel(const Theme& theme, LessonRunner& runner, Workbench& workbench,
                         QWidget* parent)
    : QFrame(parent), m_theme(theme), m_runner(runner), m_workbench(workbench) {
  nameWidget(this, QStringLiteral("lessonPanel"));
  setProperty("card", true);
  setFixedWidth(panelWidth);
  build();
  hide();
  connect(&runner, &LessonRunner::stateChanged, this, &LessonPanel::refresh);
  connect(&runner, &LessonRunner::ticked, this, &LessonPanel::refreshTicks);
  connect(&theme, &Theme::changed, this, &LessonPanel::refreshTicks);
  retranslate();
}

// Building --------------------------------------------------------------------------------------

QWidget* LessonPanel::buildHead() {
  auto* head = new QWidget(this);
  m_title = new QLabel(head);
  m_title->setProperty("role", "heading");
  m_title->setWordWrap(true);
  m_place = new QLabel(head);
  m_place->setProperty("role", "muted");
  m_close = new QToolButton(head);
  nameWidget(m_close, QStringLiteral("lessonEndButton"));
  m_close->setAutoRaise(true);
  auto* row = new QHBoxLayout(head);
  row->setContentsMargins(0, 0, 0, 0);
  auto* column = new QVBoxLayout;
  column->setSpacing(0);
  column->addWidget(m_place);
  column->addWidget(m_title);
  row->addLayout(column, 1);
  row->addWidget(m_close, 0, Qt::AlignTop);
  connect(m_close, &QToolButton::clicked, this, &LessonPanel::endRequested);
  return head;
}

QWidget* LessonPanel::buildButtons() {
  auto* row = new QWidget(this);
  auto* layout = new QHBoxLayout(row);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(8);
  const auto add = [&](const char* name) {
    auto* button = new QPushButton(row);
    nameWidget(button, QLatin1String(name));
    layout->addWidget(button);
    return button;
  };
  m_back = add("lessonBackButton");
  m_copy = add("lessonCopyButton");
  m_save = add("lessonSaveButton");
  layout->addStretch(1);
  m_next = add("lessonNextButton");
  m_next->setProperty("primary", true);
  connect(m_back, &QPushButton::clicked, this, [this] { m_runner.go(m_runner.step() - 1); });
  connect(m_next, &QPushButton::clicked, this, [this] {
    if (m_runner.isSummary())
      emit endRequested();
    else
      m_runner.go(m_runner.step() + 1);
  });
  connect(m_copy, &QPushButton::clicked, this,
          [this] { QGuiApplication::clipboard()->setText(summaryText()); });
  connect(m_save, &QPushButton::clicked, this, &LessonPanel::saveRequested);
  return row;
}

void LessonPanel::build() {
  m_progress = new QProgressBar(this);
  m_progress->setTextVisible(false);
  m_progress->setFixedHeight(4);
  m_body = new QTextBrowser(this);
  nameWidget(m_body, QStringLiteral("lessonText"));
  m_body->setFrameShape(QFrame::NoFrame);
  m_body->setOpenLinks(false);
  m_body->setTabChangesFocus(true);
  m_ask = new QLabel(this);
  m_ask->setProperty("role", "caption");
  m_ask->setWordWrap(true);
  m_pad = new SketchPad(m_theme, this);
  nameWidget(m_pad, QStringLiteral("lessonSketch"));
  m_choiceBox = new QWidget(this);
  m_choices = new QButtonGroup(this);
  m_taskBox = new QWidget(this);
  for (QWidget* box : {m_choiceBox, m_taskBox}) {
    auto* list = new QVBoxLayout(box);
    list->setContentsMargins(0, 0, 0, 0);
    list->setSpacing(8);
  }
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(16, 12, 16, 16);
  column->setSpacing(8);
  column->addWidget(buildHead());
  column->addWidget(m_progress);
  column->addWidget(m_body, 1);
  for (QWidget* part : QVector<QWidget*>{m_ask, m_pad, m_choiceBox, m_taskBox, buildButtons()})
    column->addWidget(part);
  connect(m_pad, &SketchPad::answered, &m_runner, &LessonRunner::setAnswer);
  connect(m_choices, &QButtonGroup::idClicked, this, [this](int id) {
    LessonAnswer answer;
    answer.choice = id;
    m_runner.setAnswer(answer);
  });
}

// Showing ---------------------------------------------------------------------------------------

const LessonText& LessonPanel::words() const {
  const auto& texts = m_runner.lesson().texts;
  auto found = texts.find(m_language.toStdString());
  if (found == texts.end()) found = texts.find("en");
  return found == texts.end() ? texts.begin()->second : found->second;
}

void LessonPanel::setLanguage(const QString& code) {
  m_language = code;
  if (m_runner.isRunning()) refresh();
}

void LessonPanel::refresh() {
  setVisible(m_runner.isRunning());
  if (!m_runner.isRunning()) return refreshState();
  const bool summary = m_runner.isSummary();
  const int steps = static_cast<int>(m_runner.lesson().steps.size());
  m_title->setText(layerlab::words(words().title));
  m_place->setText(summary ? tr("Summary")
                           : tr("Step %1 of %2").arg(m_runner.step() + 1).arg(steps));
  m_progress->setRange(0, steps);
  m_progress->setValue(m_runner.step());
  for (QPushButton* part : {m_copy, m_save}) part->setVisible(summary);
  m_back->setEnabled(m_runner.step() > 0);
  m_next->setText(summary ? tr("Finish") : tr("Next"));
  m_taskBox->setVisible(!summary);
  clearLayout(m_taskBox);
  m_ticks.clear();
  if (summary) return showSummary();
  const LessonWords& step = words().steps[static_cast<std::size_t>(m_runner.step())];
  m_body->setMarkdown(QStringLiteral("### ") + layerlab::words(step.title) +
                      QStringLiteral("\n\n") + layerlab::words(step.body));
  for (const std::string& task : step.tasks) {
    auto* label = new QLabel(m_taskBox);
    label->setWordWrap(true);
    label->setText(layerlab::words(task));
    label->setTextFormat(Qt::RichText);
    m_taskBox->layout()->addWidget(label);
    m_ticks << label;
  }
  refreshQuestion();
  refreshTicks();
}

void LessonPanel::refreshQuestion() {
  const auto place = static_cast<std::size_t>(m_runner.step());
  const LessonQuestion& question = m_runner.lesson().steps[place].question;
  const bool sketch = question.kind == Kind::curve || question.kind == Kind::elbow;
  m_ask->setVisible(question.kind != Kind::none);
  m_ask->setText(question.kind == Kind::curve   ? tr("Predict: draw the loss curve you expect")
                 : question.kind == Kind::elbow ? tr("Predict: click where the elbow will be")
                                                : tr("Predict: choose an answer"));
  m_pad->setVisible(sketch);
  m_choiceBox->setVisible(question.kind == Kind::choice);
  clearLayout(m_choiceBox);
  if (sketch) {
    m_pad->setQuestion(question);
    m_pad->setAnswer(m_runner.answer(m_runner.step()));
  }
  if (question.kind != Kind::choice) return;
  int id = 0;
  for (const std::string& choice : words().steps[place].choices) {
    auto* button = new QRadioButton(layerlab::words(choice), m_choiceBox);
    nameWidget(button, QStringLiteral("lessonChoice%1").arg(++id));
    setWords(button, button->text(), tr("Your prediction"));
    button->setChecked(m_runner.answer(m_runner.step()).choice == id);
    m_choices->addButton(button, id);
    m_choiceBox->layout()->addWidget(button);
  }
}

/// Ticks, the truth over the prediction, and whether there is more to do.
void LessonPanel::refreshTicks() {
  if (!m_runner.isRunning() || m_runner.isSummary()) return refreshState();
  const int step = m_runner.step();
  const LessonWords& text = words().steps[static_cast<std::size_t>(step)];
  for (int i = 0; i < m_ticks.size(); ++i) {
    const bool done = m_runner.done(step, i);
    const QString colour = (done ? m_theme.colors().good : m_theme.colors().muted).name();
    const QString task = layerlab::words(text.tasks[static_cast<std::size_t>(i)]).toHtmlEscaped();
    m_ticks[i]->setText(QStringLiteral("<table><tr><td style='color:%1; font-size:13pt'>%2</td>"
                                       "<td style='padding-left:6px'>%3</td></tr></table>")
                            .arg(colour, done ? QStringLiteral("☑") : QStringLiteral("☐"), task));
    m_ticks[i]->setAccessibleName(
        (done ? tr("Done: %1") : tr("To do: %1"))
            .arg(layerlab::words(text.tasks[static_cast<std::size_t>(i)])));
  }
  refreshTruth();
  refreshChoices();
  refreshState();
}

void LessonPanel::refreshTruth() {
  const int step = m_runner.step();
  const LessonQuestion& question = m_runner.lesson().steps[static_cast<std::size_t>(step)].question;
  if (!m_runner.answer(step).given()) return;
  if (question.kind == Kind::elbow) m_pad->setAnswer(m_runner.answer(step));
  if (question.kind == Kind::curve) m_pad->setTruth(m_runner.truthCurve(step), {});
  if (question.kind != Kind::elbow) return;
  std::optional<double> elbow;
  const QVector<QPointF> truth = elbowTruth(elbow);
  m_pad->setTruth(truth, elbow);
}

/// Mean loss per count, as a share of the largest.
QVector<QPointF> LessonPanel::elbowTruth(std::optional<double>& elbow) const {
  const auto& sweep = m_workbench.session().sweep();
  if (!sweep) return {};
  const ElbowCurve curve(*sweep, SweepMetric::finalValLoss, {.axis = ElbowAxis::log2},
                         m_workbench.isSweeping());
  elbow = curve.elbow().units;
  QVector<QPointF> points;
  double most = 0.0;
  for (const SweepRow& row : curve.rows())
    if (std::isfinite(row.mean)) most = std::max(most, row.mean);
  for (const SweepRow& row : curve.rows())
    if (std::isfinite(row.mean) && most > 0.0) points << QPointF(row.units, row.mean / most);
  return points;
}

/// The right choice shows itself when the step is done: first predict, then run.
void LessonPanel::refreshChoices() {
  const auto place = static_cast<std::size_t>(m_runner.step());
  const LessonQuestion& question = m_runner.lesson().steps[place].question;
  if (question.kind != Kind::choice || !m_runner.stepDone(m_runner.step())) return;
  for (QAbstractButton* button : m_choices->buttons()) {
    const int id = m_choices->id(button);
    const QString text =
        layerlab::words(words().steps[place].choices[static_cast<std::size_t>(id - 1)]);
    button->setText(id == question.answer ? QStringLiteral("✓ ") + text : text);
  }
}

/// For scripts and tests, which see the window from outside.
void LessonPanel::refreshState() {
  const bool running = m_runner.isRunning();
  setProperty("lessonName", running ? layerlab::words(m_runner.lesson().name) : QString());
  setProperty("lessonStep", running ? m_runner.step() + 1 : 0);
  setProperty("lessonDone", running ? m_runner.tasksDone() : 0);
  setProperty("lessonStepDone", running && m_runner.stepDone(m_runner.step()));
}

// Summary ---------------------------------------------------------------------------------------

QString LessonPanel::answerText(int step) const {
  const LessonAnswer& answer = m_runner.answer(step);
  const LessonQuestion& question = m_runner.lesson().steps[static_cast<std::size_t>(step)].question;
  if (!answer.given()) return {};
  if (question.kind == Kind::elbow) return tr("elbow at %1").arg(answer.units);
  if (question.kind == Kind::choice)
    return layerlab::words(words()
                               .steps[static_cast<std::size_t>(step)]
                               .choices[static_cast<std::size_t>(answer.choice - 1)]);
  return tr("down to %1 %").arg(qRound(100.0 * answer.curve.back().y()));
}

QString LessonPanel::truthText(int step) const {
  const LessonQuestion& question = m_runner.lesson().steps[static_cast<std::size_t>(step)].question;
  if (question.kind == Kind::choice)
    return layerlab::words(words()
                               .steps[static_cast<std::size_t>(step)]
                               .choices[static_cast<std::size_t>(question.answer - 1)]);
  if (question.kind == Kind::elbow) {
    std::optional<double> elbow;
    elbowTruth(elbow);
    return elbow ? tr("elbow at %1").arg(*elbow) : tr("no elbow");
  }
  const QVector<QPointF> truth = m_runner.truthCurve(step);
  return truth.isEmpty() ? QString() : tr("down to %1 %").arg(qRound(100.0 * truth.back().y()));
}

QString LessonPanel::summaryText() const {
  QStringList lines{
      layerlab::words(words().title),
      QStringList{tr("Step"), tr("Tasks"), tr("Your prediction"), tr("What happened")}.join(
          QLatin1Char('\t'))};
  const int steps = static_cast<int>(m_runner.lesson().steps.size());
  for (int i = 0; i < steps; ++i) {
    const auto place = static_cast<std::size_t>(i);
    int done = 0;
    const int tasks = static_cast<int>(m_runner.lesson().steps[place].tasks.size());
    for (int k = 0; k < tasks; ++k) done += m_runner.done(i, k) ? 1 : 0;
    const bool asked = m_runner.answer(i).given();
    lines << QStringList{layerlab::words(words().steps[place].title),
                         QStringLiteral("%1/%2").arg(done).arg(tasks), answerText(i),
                         asked ? truthText(i) : QString()}
                 .join(QLatin1Char('\t'));
  }
  return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

void LessonPanel::showSummary() {
  for (QWidget* part : QVector<QWidget*>{m_ask, m_pad, m_choiceBox}) part->hide();
  QString html = QStringLiteral("<h3>%1</h3><p>%2</p>")
                     .arg(tr("What you did"), tr("%1 of %2 tasks done. Your own work comes back "
                                                 "untouched when you finish.")
                                                  .arg(m_runner.tasksDone())
                                                  .arg(m_runner.tasksTotal()));
  const QStringList lines = summaryText().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
  for (qsizetype i = 2; i < lines.size(); ++i) {
    const QStringList cells = lines[i].split(QLatin1Char('\t'));
    html += QStringLiteral("<p><b>%1</b> &nbsp; %2").arg(cells[0].toHtmlEscaped(), cells[1]);
    if (!cells[2].isEmpty())
      html += QStringLiteral("<br>%1: %2<br>%3: %4")
                  .arg(tr("Your prediction"), cells[2].toHtmlEscaped(), tr("What happened"),
                       cells[3].toHtmlEscaped());
    html += QStringLiteral("</p>");
  }
  m_body->setHtml(html);
  refreshState();
}

void LessonPanel::retranslate() {
  m_back->setText(tr("Back"));
  m_copy->setText(tr("Copy"));
  m_save->setText(tr("Save…"));
  m_next->setText(tr("Next"));
  m_close->setIcon(m_theme.icon(QStringLiteral("close")));
  setWords(this, tr("Lesson"), {});
  setWords(m_close, tr("End the lesson"), tr("End the lesson; your own work comes back untouched"));
  setWords(m_body, tr("Text of the lesson"), {});
  setWords(
      m_pad, tr("Your prediction"),
      tr("Draw with the mouse, or with the arrow keys; the truth is laid over it after the run"));
  setWords(m_back, tr("Back"), tr("To the step before"));
  setWords(m_next, tr("Next"), tr("To the next step"));
  setWords(m_copy, tr("Copy"), tr("Copy the summary to the clipboard"));
  setWords(m_save, tr("Save…"), tr("Save the summary as a text file"));
  if (m_runner.isRunning()) refresh();
}

void LessonPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange && m_save) retranslate();
  QFrame::changeEvent(event);
}

} // namespace layerlab

#include "moc_lessonpanel.cpp"
