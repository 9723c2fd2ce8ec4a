#include "ui/session/hiddenparts.h"

#include <nlohmann/json.hpp>

namespace layerlab {
namespace {

nlohmann::json objectOf(const std::string& text) {
  nlohmann::json json = nlohmann::json::parse(text, nullptr, false);
  return json.is_object() ? json : nlohmann::json::object();
}

} // namespace

QStringList hiddenPartsOf(const std::string& unknown) {
  QStringList parts;
  const nlohmann::json window = objectOf(unknown).value("window", nlohmann::json::object());
  if (!window.is_object() || !window.contains("hide") || !window["hide"].is_array()) return parts;
  for (const auto& part : window["hide"])
    if (part.is_string()) parts << QString::fromStdString(part.get<std::string>());
  return parts;
}

std::string withHiddenParts(const std::string& unknown, const QStringList& parts) {
  if (parts.isEmpty() && hiddenPartsOf(unknown).isEmpty()) return unknown;
  nlohmann::json json = objectOf(unknown);
  if (!json.contains("window") || !json["window"].is_object())
    json["window"] = nlohmann::json::object();
  json["window"]["hide"] = nlohmann::json::array();
  for (const QString& part : parts) json["window"]["hide"].push_back(part.toStdString());
  return json.dump();
}

std::string layoutOf(const std::string& unknown) {
  const nlohmann::json json = objectOf(unknown);
  const auto layout = json.find("layout");
  return layout != json.end() && layout->is_object() ? layout->dump() : std::string();
}

std::string withLayout(const std::string& unknown, const std::string& layout) {
  nlohmann::json wanted = objectOf(layout);
  if (wanted.empty()) return unknown;
  nlohmann::json json = objectOf(unknown);
  json["layout"] = std::move(wanted);
  return json.dump();
}

} // namespace layerlab
