# Shared by the scripts: works from the project's root, installs what is missing, builds a preset.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# Names of the packages in the given sections of packages.txt.
packages_of() {
  local wanted=" $* " section="" line
  while read -r line; do
    case "$line" in
      "" | "#"*) ;;
      "["*) section=${line//[\[\]]/} ;;
      *) if [[ $wanted == *" $section "* ]]; then echo "$line"; fi ;;
    esac
  done < scripts/packages.txt
}

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

install_missing() { # SECTION...
  local missing=() name
  for name in $(packages_of "$@"); do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null || true)" = installed ] ||
      missing+=("$name")
  done
  [ ${#missing[@]} -eq 0 ] && return
  echo "Installing: ${missing[*]}"
  as_root apt-get update -q
  as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -q --no-install-recommends "${missing[@]}"
}

build() { # PRESET [TARGET...]
  local preset=$1 log
  shift
  log=$(mktemp)
  cmake --preset "$preset" > "$log" 2>&1 || { cat "$log"; exit 1; }
  rm -f "$log"
  cmake --build --preset "$preset" ${1:+--target "$@"}
}

# What a preset's programs and the tests' files are, as one number.
fingerprint() { # PRESET
  find "build/$1/bin" "build/$1/lib" tests scripts -type f ! -name '*.pyc' -print0 |
    sort -z | xargs -0 sha256sum | sha256sum
}

# Runs COMMAND, unless it was green on the very same programs and test files before: the slow
# sanitizers cost nothing when nothing changed. Remove build/PRESET/green-* to run them anyway.
once() { # PRESET NAME COMMAND...
  local mark="build/$1/green-$2" now
  now=$(fingerprint "$1")
  shift 2
  if [ "$(cat "$mark" 2> /dev/null)" = "$now" ]; then
    echo "nothing changed since the last green run"
    return
  fi
  "$@"
  echo "$now" > "$mark"
}
