#pragma once

#include "core/sweep/sweep.h"

#include <cstdint>
#include <string>
#include <vector>

namespace layerlab {

/// Part `number` of `parts` of a plan: trials number-1, number-1+parts, ...
struct Shard {
  int number = 1; ///< from 1
  int parts = 1;
};

/// "2/8" -> {2, 8}; the part must exist.
LAYERLAB_API Result<Shard> shardFromText(const std::string& text);

LAYERLAB_API std::vector<Trial> shardOf(const std::vector<Trial>& plan, const Shard& shard);

/// A number that differs when anything differs that the trials' results depend on: network, fit,
/// sweep and the prepared numbers themselves.
LAYERLAB_API std::uint64_t sweepFingerprint(const Design& design, const PreparedData& data,
                                            const SweepSpec& spec);

/// sweepCsv below one comment line, `# layerlab-sweep shard=2/8 trials=96 settings=HEX`, which
/// tells mergeShards what belongs together.
LAYERLAB_API std::string shardCsv(const SweepResult& result, bool timing, const Shard& shard,
                                  std::size_t planned, std::uint64_t fingerprint,
                                  bool score = false);

struct ShardFile {
  std::string name; ///< for errors
  std::string text;
};

struct MergedSweep {
  SweepResult result;
  bool timing = false;
  bool score = false; ///< has the column
};

/// All shards of one plan as one result; sweepCsv of it is byte for byte what one machine writes.
/// Refuses overlaps, gaps and differing settings.
LAYERLAB_API Result<MergedSweep> mergeShards(const std::vector<ShardFile>& files);

/// The result in a CSV that sweepCsv or shardCsv wrote (its layer is not in there).
LAYERLAB_API Result<MergedSweep> sweepFromCsv(const ShardFile& file);

} // namespace layerlab
