#pragma once

#include "ui/session/run.h"

#include <string>
#include <vector>

namespace layerlab {

/// `run,units,optimizer,learning_rate,batch_size,seed,epochs,loss,val_loss,best_epoch,
/// best_val_loss,seconds`, one line per run, 9 significant digits. Without validation the best
/// epoch is that of the lowest loss.
std::string runsCsv(const std::vector<Run>& runs);

} // namespace layerlab
