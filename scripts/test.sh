#!/usr/bin/env bash
# Installs what is missing, builds and runs every test: under ThreadSanitizer (core and session),
# under the address and UB sanitizers (everything), fuzzing, and the release build, whose summary
# comes last.
# usage: scripts/test.sh [quick]      quick: the release build only
source "$(dirname "$0")/common.sh"
install_missing run test

step() { printf '\n=== %s (%s)\n' "$*" "$(date +%T)"; }

step "format and translations"
scripts/check_format.sh
scripts/check_translations.sh

if [ "${1:-}" != quick ]; then
  step "ThreadSanitizer"
  build tsan tst_core tst_session
  once tsan tests ctest --preset tsan
  step "AddressSanitizer and UBSan"
  build asan
  # What is late under the sanitizers on a busy machine gets a second try; ctest tells when it did.
  once asan tests ctest --preset asan --repeat until-pass:2
  step "fuzzing"
  once asan fuzzing scripts/fuzz.sh "${FUZZ_SECONDS:-20}"
fi

step "release"
build release
ctest --preset release --repeat until-pass:2
