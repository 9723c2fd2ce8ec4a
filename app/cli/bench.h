#pragma once

#include <string>

/// `layerlab-cli bench WORKLOAD THREADS`: trains one workload (w1 ... w5) from the folder named by
/// the environment variable DATA and prints one JSON line with its speed, in the form
/// tests/bench/peers expects. Returns the exit code (0, or 2 when the data are not there).
int benchCommand(const std::string& workload, int threads);
