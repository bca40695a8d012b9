/** Runs the command line where /dev/kvm is there and may not be opened: root is let in everywhere, so it gives up that right. */
export const withoutKvm: readonly string[] = [
  'unshare',
  '-m',
  'sh',
  '-c',
  'mount -t tmpfs -o mode=755 tmpfs /mnt && touch /mnt/kvm && chmod 0 /mnt/kvm && { [ -e /dev/kvm ] || exit 9; } ' +
    '&& mount --bind /mnt/kvm /dev/kvm && exec setpriv --bounding-set=-dac_override,-dac_read_search --inh-caps=-all "$@"',
  'sh',
];
