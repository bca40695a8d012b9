#!/bin/sh
# Takes away what must differ on every machine made from the image, and what only the build needed.
set -eu

# Host keys go only where the next boot makes new ones; a machine without any cannot be reached.
if systemctl --quiet is-enabled ssh-host-keys.service 2>/dev/null; then
  rm -f /etc/ssh/ssh_host_*
fi

rm -f /root/.ssh/authorized_keys
rm -f /var/lib/systemd/random-seed
: >/etc/machine-id
rm -rf /root/.ansible /tmp/* /var/tmp/*
find /var/log -type f -name '*.log' -exec truncate -s 0 {} +
journalctl --quiet --rotate --vacuum-time=1s || true
sync
