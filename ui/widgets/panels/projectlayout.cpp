#include "ui/widgets/panels/projectlayout.h"

#include "ui/widgets/panels/form.h"

#include <nlohmann/json.hpp>

#include <QAbstractButton>
#include <QAbstractSlider>
#include <QAction>
#include <QComboBox>
#include <QSplitter>

#include <algorithm>
#include <cstdint>

namespace layerlab {
namespace {

constexpr int largestPane = 20'000; // pixels; more is no window

std::string keyOf(const QObject& part) {
  return part.objectName().toStdString();
}

/// A part out of sight has no size worth keeping.
bool allInSight(const QSplitter& splitter) {
  for (int i = 0; i < splitter.count(); ++i)
    if (splitter.widget(i)->isHidden()) return false;
  return true;
}

void restoreSizes(QSplitter& splitter, const nlohmann::json& wanted) {
  if (!wanted.is_array() || static_cast<int>(wanted.size()) != splitter.count()) return;
  QList<int> sizes;
  for (const auto& size : wanted) {
    if (!size.is_number_integer()) return;
    const auto pixels = size.get<std::int64_t>();
    if (pixels < 0 || pixels > largestPane) return;
    sizes << static_cast<int>(pixels);
  }
  const bool empty = std::all_of(sizes.begin(), sizes.end(), [](int size) { return size == 0; });
  if (!empty && allInSight(splitter)) splitter.setSizes(sizes); // as far as they fit
}

nlohmann::json optionValue(const QWidget& widget) {
  if (const auto* button = qobject_cast<const QAbstractButton*>(&widget))
    return button->isChecked();
  if (const auto* slider = qobject_cast<const QAbstractSlider*>(&widget)) return slider->value();
  if (const auto* combo = qobject_cast<const QComboBox*>(&widget))
    return combo->currentData().toString().toStdString();
  return nullptr;
}

void restoreOption(QWidget& widget, const nlohmann::json& wanted) {
  if (auto* button = qobject_cast<QAbstractButton*>(&widget); button && wanted.is_boolean())
    button->setChecked(wanted.get<bool>());
  if (auto* slider = qobject_cast<QAbstractSlider*>(&widget);
      slider && wanted.is_number_integer()) {
    const auto value =
        std::clamp<std::int64_t>(wanted.get<std::int64_t>(), slider->minimum(), slider->maximum());
    slider->setValue(static_cast<int>(value));
  }
  auto* combo = qobject_cast<QComboBox*>(&widget);
  if (!combo || !wanted.is_string()) return;
  const int index = combo->findData(QString::fromStdString(wanted.get<std::string>()));
  if (index >= 0) combo->setCurrentIndex(index);
}

} // namespace

std::string ProjectLayout::text() const {
  nlohmann::json out{{"page", page().toStdString()}, {"folded", nlohmann::json::array()}};
  for (const QSplitter* splitter : splitters)
    if (allInSight(*splitter) && !projector->isChecked()) {
      nlohmann::json sizes = nlohmann::json::array();
      for (const int size : splitter->sizes()) sizes.push_back(size);
      out["sizes"][keyOf(*splitter)] = std::move(sizes);
    }
  for (const Section* section : sections)
    if (section->isFolded()) out["folded"].push_back(keyOf(*section));
  if (!projector->isChecked()) out["left_panel"] = sidePanel->isChecked();
  for (const QWidget* option : options) out["charts"][keyOf(*option)] = optionValue(*option);
  return out.dump();
}

void ProjectLayout::restore(const std::string& text) const {
  const nlohmann::json json = nlohmann::json::parse(text, nullptr, false);
  if (!json.is_object()) return;
  const auto part = [&json](const char* key) { return json.value(key, nlohmann::json()); };
  const nlohmann::json side = part("left_panel");
  if (side.is_boolean() && !projector->isChecked()) sidePanel->setChecked(side.get<bool>());
  if (const nlohmann::json sizes = part("sizes"); sizes.is_object() && !projector->isChecked())
    for (QSplitter* splitter : splitters)
      if (const auto own = sizes.find(keyOf(*splitter)); own != sizes.end())
        restoreSizes(*splitter, *own);
  if (const nlohmann::json folded = part("folded"); folded.is_array())
    for (Section* section : sections)
      section->setFolded(std::find(folded.begin(), folded.end(), keyOf(*section)) != folded.end());
  if (const nlohmann::json charts = part("charts"); charts.is_object())
    for (QWidget* option : options)
      if (const auto own = charts.find(keyOf(*option)); own != charts.end())
        restoreOption(*option, *own);
  if (const nlohmann::json shown = part("page"); shown.is_string())
    showPage(QString::fromStdString(shown.get<std::string>()));
}

} // namespace layerlab
