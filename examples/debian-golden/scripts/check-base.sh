#!/bin/sh
# Stops the build early when the base image is not what the playbook was written for.
set -eu

. /etc/os-release
if [ "$ID" != debian ] || [ "${VERSION_ID:-0}" -lt 12 ]; then
  echo "The base image is $ID ${VERSION_ID:-unknown}; Debian 12 or newer is needed." >&2
  exit 1
fi

if ! python3 -c 'import json' 2>/dev/null; then
  echo "The base image lacks the Python standard library, which Ansible needs." >&2
  exit 1
fi

failed=$(systemctl --failed --no-legend --plain)
if [ -n "$failed" ]; then
  echo "Units of the base image failed at boot:" >&2
  echo "$failed" >&2
  exit 1
fi

echo "Base image: $PRETTY_NAME, kernel $(uname -r)"
