#include "ui/widgets/panels/advicebar.h"

#include "core/teach/dataadvice.h"
#include "ui/widgets/panels/elidedlabel.h"
#include "ui/widgets/panels/featurelist.h"
#include "ui/widgets/panels/form.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace layerlab {

AdviceBar::AdviceBar(const Theme& theme, Workbench& workbench, QWidget* parent)
    : QFrame(parent), m_theme(theme), m_workbench(workbench), m_session(workbench.session()) {
  build();
  connect(&m_session, &Session::changed, this, [this](Session::Parts parts) {
    if (parts & Session::tablePart) {
      m_dismissed.clear();
      m_news = {};
    }
    if (parts & (Session::tablePart | Session::designPart | Session::outlinePart))
      collect();
    else if (parts & (Session::runsPart | Session::weightsPart))
      m_next->setText(nextStep());
  });
  connect(&workbench, &Workbench::trainStateChanged, this, [this] {
    if (m_workbench.trainState() == Workbench::TrainState::preparing) tell({});
    m_next->setText(nextStep());
  });
  connect(&theme, &Theme::changed, this, &AdviceBar::refreshIcons);
  connect(&m_rows, &RowCounter::counted, this, &AdviceBar::collect);
  retranslate();
}

QToolButton* AdviceBar::makeTool(const QString& name) {
  auto* button = new QToolButton(this);
  nameWidget(button, name);
  button->setAutoRaise(true);
  button->setIconSize({14, 14});
  return button;
}

void AdviceBar::build() {
  setProperty("card", true);
  m_icon = new QLabel(this);
  m_text = new ElidedLabel(this);
  nameWidget(m_text, QStringLiteral("advice"));
  m_next = new ElidedLabel(this);
  nameWidget(m_next, QStringLiteral("nextStep"));
  m_next->setProperty("role", "muted");
  m_remedy = new QPushButton(this);
  nameWidget(m_remedy, QStringLiteral("remedyButton"));
  m_count = new QLabel(this);
  m_count->setProperty("role", "muted");
  m_back = makeTool(QStringLiteral("adviceBackButton"));
  m_forward = makeTool(QStringLiteral("adviceForwardButton"));
  m_dismiss = makeTool(QStringLiteral("adviceDismissButton"));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(12, 4, 8, 4);
  row->setSpacing(8);
  row->addWidget(m_icon);
  row->addWidget(m_text, 1);
  row->addWidget(m_next, 1);
  for (QWidget* widget :
       std::initializer_list<QWidget*>{m_remedy, m_back, m_count, m_forward, m_dismiss})
    row->addWidget(widget);
  connect(m_remedy, &QPushButton::clicked, this, &AdviceBar::applyRemedy);
  connect(m_back, &QToolButton::clicked, this, [this] { show(m_index - 1); });
  connect(m_forward, &QToolButton::clicked, this, [this] { show(m_index + 1); });
  connect(m_dismiss, &QToolButton::clicked, this, &AdviceBar::dismiss);
}

void AdviceBar::collect() {
  m_ofDesign.clear();
  const TablePtr table = m_session.table();
  if (table && m_session.outline()) {
    const PrepareSpec& data = m_session.design().data;
    const std::int64_t usable = m_rows.usable(table, data).value_or(table->rows);
    const auto rows = static_cast<std::int64_t>(
        std::floor(static_cast<double>(usable) * (1.0 - data.validationSplit)));
    m_ofDesign = adviseDesign(m_session.design(), *m_session.outline(), rows, table.get());
  }
  askData();
  gather();
}

/// Only when the table or what is chosen of it changed; what was said before is no longer true.
void AdviceBar::askData() {
  const TablePtr table = m_session.outline() ? m_session.table() : nullptr;
  const Design& design = m_session.design();
  const std::uint64_t seed = design.fit.seed; // draws the validation rows
  if (table == m_asked && design.data == m_askedSpec && seed == m_askedSeed) return;
  m_asked = table;
  m_askedSeed = seed;
  m_askedSpec = design.data;
  m_ofData.clear();
  m_inquiry.drop();
  if (!table) return;
  m_inquiry.ask([table, design, outline = *m_session.outline()](
                    const CancelToken&) { return adviseData(*table, design, outline); },
                [this](std::vector<Advice> advice) {
                  m_ofData = std::move(advice);
                  gather();
                });
}

void AdviceBar::gather() {
  m_advice = m_ofData;
  m_advice.insert(m_advice.end(), m_ofDesign.begin(), m_ofDesign.end());
  std::erase_if(m_advice, [this](const Advice& advice) {
    return m_dismissed.contains(QString::fromStdString(advice.id));
  });
  show(0);
}

void AdviceBar::tell(const Notice& notice) {
  if (notice.isEmpty() && m_news.isEmpty()) return;
  m_news = notice;
  show(m_index);
}

void AdviceBar::showNews() {
  m_text->setText(m_news.text());
  m_text->setAccessibleName(m_news.text());
  for (QWidget* widget : std::initializer_list<QWidget*>{m_text, m_dismiss}) widget->show();
  for (QWidget* widget :
       std::initializer_list<QWidget*>{m_next, m_remedy, m_back, m_forward, m_count})
    widget->hide();
  refreshIcons();
}

void AdviceBar::show(int index) {
  const int count = static_cast<int>(m_advice.size());
  m_index = count > 0 ? std::clamp(index, 0, count - 1) : 0;
  if (!m_news.isEmpty()) return showNews();
  const bool some = count > 0;
  const Advice* advice = some ? &m_advice[static_cast<std::size_t>(m_index)] : nullptr;
  m_text->setText(advice ? text(advice->text) : QString());
  m_text->setAccessibleName(m_text->text());
  m_text->setVisible(some);
  m_next->setVisible(!some);
  m_next->setText(nextStep());
  m_remedy->setVisible(advice && advice->remedy);
  if (advice) m_remedy->setText(text(advice->remedyText));
  if (advice) setWords(m_remedy, m_remedy->text(), tr("Do this; it can be undone"));
  for (QWidget* widget : std::initializer_list<QWidget*>{m_back, m_forward, m_count})
    widget->setVisible(count > 1);
  m_back->setEnabled(m_index > 0);
  m_forward->setEnabled(m_index + 1 < count);
  m_dismiss->setVisible(some);
  m_count->setText(QStringLiteral("%1 / %2").arg(m_index + 1).arg(count));
  refreshIcons();
}

void AdviceBar::applyRemedy() {
  if (m_advice.empty()) return;
  const Advice advice = m_advice[static_cast<std::size_t>(m_index)]; // the edit collects anew
  if (advice.remedy) m_session.edit(text(advice.remedyText), {}, advice.remedy);
}

void AdviceBar::dismiss() {
  if (!m_news.isEmpty()) return tell({});
  if (m_advice.empty()) return;
  const auto at = m_advice.begin() + m_index;
  m_dismissed.insert(QString::fromStdString(at->id));
  m_advice.erase(at);
  show(m_index);
}

QString stageWords(FitStage next) {
  switch (next) {
  case FitStage::initialise:
  case FitStage::batch:
    return AdviceBar::tr("take the next rows");
  case FitStage::predict:
    return AdviceBar::tr("predict");
  case FitStage::measure:
    return AdviceBar::tr("measure the error");
  case FitStage::gradient:
    return AdviceBar::tr("compute the gradient");
  case FitStage::update:
    return AdviceBar::tr("adjust the weights");
  case FitStage::epochEnd:
    return AdviceBar::tr("measure the training loss");
  case FitStage::validate:
    return AdviceBar::tr("measure the validation loss");
  case FitStage::finished:
    break;
  }
  return {};
}

QString AdviceBar::pausedStep() const {
  const std::optional<FitPlace> place = m_workbench.place();
  if (!place || place->batch == 0) return tr("Paused. Space goes on.");
  return tr("Paused in epoch %1 after %2 of %3 batches. Next: %4. Space goes on.")
      .arg(place->epoch)
      .arg(place->next == FitStage::batch || place->next > FitStage::update ? place->batch
                                                                            : place->batch - 1)
      .arg(place->batches)
      .arg(stageWords(place->next));
}

QString AdviceBar::nextStep() const {
  using State = Workbench::TrainState;
  if (!m_session.table()) return tr("Open a CSV or pick an example to begin.");
  if (!m_session.outline()) return tr("The data cannot be used yet: see the message under Data.");
  switch (m_workbench.trainState()) {
  case State::preparing:
    return tr("Preparing the data…");
  case State::running:
    return tr("Training. Space pauses, Shift+F5 stops.");
  case State::paused:
    return pausedStep();
  case State::idle:
    break;
  }
  const Run* run = m_session.currentRun();
  if (run && m_session.weights())
    return tr("Fit goes on from the present weights; Reset starts anew.");
  if (run && !(run->design == m_session.design()))
    return tr("The curve is of the design before the change; Fit trains the new one.");
  return tr("Ready. Press Fit or Space to train.");
}

void AdviceBar::refreshIcons() {
  const QString icon = !m_news.isEmpty()
                           ? m_news.isError() ? QStringLiteral("error") : QStringLiteral("info")
                       : m_advice.empty() ? QStringLiteral("info")
                                          : QStringLiteral("warning");
  m_icon->setPixmap(m_theme.icon(icon).pixmap(16, 16));
  m_back->setIcon(m_theme.icon(QStringLiteral("chevron-left")));
  m_forward->setIcon(m_theme.icon(QStringLiteral("chevron-right")));
  m_dismiss->setIcon(m_theme.icon(QStringLiteral("close")));
  setFixedHeight(std::max(40, m_remedy->sizeHint().height() + (m_theme.isLarge() ? 2 : 8)));
}

void AdviceBar::retranslate() {
  setWords(m_remedy, tr("Do this; it can be undone"), tr("Do this; it can be undone"));
  setWords(m_back, tr("Previous advice"), tr("Previous advice"));
  setWords(m_forward, tr("Next advice"), tr("Next advice"));
  setWords(m_dismiss, tr("Dismiss advice"), tr("Do not say this again for this table"));
  collect();
}

void AdviceBar::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QFrame::changeEvent(event);
}

} // namespace layerlab

#include "moc_advicebar.cpp"
