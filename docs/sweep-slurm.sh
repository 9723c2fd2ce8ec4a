#!/bin/bash
# One sweep as a Slurm array: each task trains its share of the trials and writes one shard.
#
#   sbatch --array=1-16 docs/sweep-slurm.sh data.csv price
#   layerlab-cli sweep --merge shards/*.csv --out sweep.csv      # when all tasks have ended
#
#SBATCH --job-name=layerlab-sweep
#SBATCH --cpus-per-task=4
#SBATCH --time=01:00:00
#SBATCH --output=shards/%a.log
set -euo pipefail
data=$1
target=$2
shift 2
i=$SLURM_ARRAY_TASK_ID
n=$SLURM_ARRAY_TASK_COUNT
mkdir -p shards
# Further words of the command line are settings of the training: --epochs 200 --lr 0.01
"${LAYERLAB:-layerlab-cli}" sweep --data "$data" --target "$target" \
  --units "${UNITS:-1:32}" --repeats "${REPEATS:-3}" \
  --shard "$i/$n" --jobs "${SLURM_CPUS_PER_TASK:-1}" --out "shards/$i.csv" "$@"
