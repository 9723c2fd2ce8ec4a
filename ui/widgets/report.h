#pragma once

#include "core/base/result.h"
#include "core/teach/reading.h"

#include <QImage>
#include <QString>

#include <vector>

class QTextDocument;

namespace layerlab {

class Workbench;

/// The pictures of a report; a null one is left out.
struct ReportPictures {
  QImage network;
  QImage loss;
  QImage elbow;
};

/// Data, network, settings, curve, its reading, figures and runs of the open project as rich text;
/// the pictures stand in it as "network", "loss" and "elbow". `cutOff`: of two classes.
QString reportHtml(Workbench& workbench, const std::vector<Reading>& readings,
                   const ReportPictures& pictures, double cutOff = 0.5);

/// That text on A4 pages. Atomic; the Error names the file.
Result<void> writeReport(const QString& path, const QString& html, const ReportPictures& pictures);

/// A heading at the foot of a page goes to the next one with what it heads.
void keepHeadings(QTextDocument& document);

} // namespace layerlab
