#include "ui/widgets/inside/rowform.h"

#include "ui/widgets/panels/elidedlabel.h"
#include "ui/widgets/panels/form.h"

#include <QDoubleValidator>
#include <QFormLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QSignalBlocker>

#include <algorithm>

namespace layerlab {
namespace {

constexpr int captionWidth = 112;

QString typed(double value) {
  return QString::fromStdString(numberText(value, 6));
}

QString labelAt(const Column& column, std::size_t row) {
  if (column.type == ColumnType::numeric) return {};
  const std::int32_t code = column.codes.empty() ? -1 : column.codes[row];
  return code < 0 ? QString()
                  : QString::fromStdString(column.labels[static_cast<std::size_t>(code)]);
}

} // namespace

RowForm::RowForm(QWidget* parent)
    : QWidget(parent), m_answer(new ElidedLabel(this)), m_detail(new ElidedLabel(this)),
      m_scroll(new QScrollArea(this)) {
  nameWidget(m_answer, QStringLiteral("rowAnswer"));
  m_answer->setProperty("role", "title");
  m_detail->setProperty("role", "caption");
  m_scroll->setFrameShape(QFrame::NoFrame);
  m_scroll->setWidgetResizable(true);
  m_scroll->setFocusPolicy(Qt::NoFocus);
  m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(2);
  column->addWidget(m_answer);
  column->addWidget(m_detail);
  column->addWidget(m_scroll, 1);
}

void RowForm::clear() {
  m_fields.clear();
  m_captions.clear();
  m_scroll->setWidget(new QWidget(m_scroll)); // the old one goes
}

void RowForm::setInputs(const Preprocessing& preprocessing) {
  const auto sameField = [](const InputColumn& a, const InputColumn& b) {
    return a.name == b.name && a.labels == b.labels && a.categorical == b.categorical;
  };
  const std::vector<InputColumn>& inputs = preprocessing.inputs;
  const bool same = std::equal(inputs.begin(), inputs.end(), m_preprocessing.inputs.begin(),
                               m_preprocessing.inputs.end(), sameField);
  m_preprocessing = preprocessing;
  if (same && isReady()) return;
  clear();
  auto* form = new QFormLayout(m_scroll->widget());
  form->setContentsMargins(0, 0, 8, 0);
  form->setVerticalSpacing(4);
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    auto* caption = new ElidedLabel;
    caption->setText(QString::fromStdString(inputs[i].name));
    caption->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    caption->setFixedWidth(captionWidth);
    QWidget* field = makeField(inputs[i], static_cast<int>(i));
    caption->setBuddy(field);
    form->addRow(caption, field);
    m_fields << field;
    m_captions << caption;
  }
  retranslate();
}

QWidget* RowForm::makeField(const InputColumn& input, int index) {
  const QString name = QStringLiteral("rowField%1").arg(index + 1);
  if (input.categorical) {
    QComboBox* combo = makeCombo(name, this);
    for (const std::string& label : input.labels) combo->addItem(QString::fromStdString(label));
    combo->setCurrentIndex(static_cast<int>(input.fill));
    connect(combo, &QComboBox::currentIndexChanged, this, &RowForm::edited);
    return combo;
  }
  auto* line = new QLineEdit(typed(input.fill), this);
  nameWidget(line, name);
  auto* validator = new QDoubleValidator(line);
  validator->setLocale(QLocale::c());
  line->setValidator(validator);
  connect(line, &QLineEdit::textChanged, this, &RowForm::edited);
  return line;
}

void RowForm::takeRow(const Table& table, std::size_t row) {
  {
    const QSignalBlocker silence(this);
    for (int i = 0; i < m_fields.size(); ++i) {
      const InputColumn& input = m_preprocessing.inputs[static_cast<std::size_t>(i)];
      const Column* column = table.find(input.name);
      if (!column) continue;
      if (auto* combo = qobject_cast<QComboBox*>(m_fields[i]))
        combo->setCurrentIndex(combo->findText(labelAt(*column, row)));
      else if (auto* line = qobject_cast<QLineEdit*>(m_fields[i]))
        line->setText(column->numbers.empty() || column->numbers[row] != column->numbers[row]
                          ? QString()
                          : typed(static_cast<double>(column->numbers[row])));
    }
  }
  emit edited();
}

std::vector<TypedValue> RowForm::values() const {
  std::vector<TypedValue> values;
  for (const QWidget* field : m_fields) {
    TypedValue value;
    if (const auto* combo = qobject_cast<const QComboBox*>(field)) {
      value.label = combo->currentText().toStdString();
      value.missing = combo->currentIndex() < 0;
    } else if (const auto* line = qobject_cast<const QLineEdit*>(field)) {
      bool isNumber = false;
      value.number = QLocale::c().toDouble(line->text(), &isNumber);
      value.missing = !isNumber;
    }
    values.push_back(value);
  }
  return values;
}

void RowForm::setAnswer(const QString& answer, const QString& detail) {
  m_answer->setText(answer);
  m_detail->setText(detail);
}

void RowForm::retranslate() {
  for (int i = 0; i < m_fields.size(); ++i)
    setWords(m_fields[i], m_captions[i]->text(),
             tr("The value of %1; empty counts as missing").arg(m_captions[i]->text()));
  setWords(m_answer, tr("Prediction for the typed row"), {});
}

} // namespace layerlab

#include "moc_rowform.cpp"
