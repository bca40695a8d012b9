import type { ArchiveEntry } from './cpio.ts';

/** The password of root in the guest; it protects nothing. */
export const guestPassword = 'packer';
const passwordHash =
  '$6$hybridguest$3p5S6oejslWpHjM/R5HRSIsA0/T7bbTrGqHmMJskVT6Q3xWw572O4KVLzpoQ8ry95pkYepq1yTrgWUb2OF/HH0';

const init = `#!/bin/sh
hostname -F /etc/hostname
mount -t proc proc /proc
mount -t sysfs sysfs /sys
mount -t devtmpfs dev /dev
mkdir -p /dev/pts
mount -t devpts devpts /dev/pts
while read -r module; do insmod "/modules/$module"; done < /modules/order
ip link set lo up
ip link set eth0 up
[ -b /dev/vda ] && mount -t ext4 /dev/vda /data
grep -q guest.network=off /proc/cmdline && exit 0
udhcpc -i eth0 -q -n -t 20 -T 1 -s /etc/udhcpc
`;

const udhcpc = `#!/bin/sh
[ "$1" = bound ] || exit 0
ip address add "$ip/$mask" dev "$interface"
[ -n "$router" ] && ip route add default via "$router"
exit 0
`;

const inittab = `::sysinit:/etc/rc
::respawn:/usr/sbin/dropbear -F -E -R
::shutdown:/bin/umount /data
`;

const folders = [
  ...[
    'bin',
    'sbin',
    'usr',
    'usr/bin',
    'usr/sbin',
    'etc',
    'etc/dropbear',
    'proc',
    'sys',
    'dev',
    'data',
    'var',
  ],
  ...['run', 'lib', 'lib/x86_64-linux-gnu', 'lib64', 'modules', 'var/log', 'var/run'],
];

/** Folders, accounts and scripts of the guest; programs and modules come on top. */
export function rootFiles(publicKey: string): readonly ArchiveEntry[] {
  return [
    ...folders.map((name) => ({ name, kind: 'folder' }) as const),
    { name: 'tmp', kind: 'folder', mode: 0o1777 },
    { name: 'var/tmp', kind: 'folder', mode: 0o1777 },
    { name: 'root', kind: 'folder', mode: 0o700 },
    { name: 'root/.ssh', kind: 'folder', mode: 0o700 },
    { name: 'root/.ssh/authorized_keys', kind: 'file', data: publicKey, mode: 0o600 },
    { name: 'dev/console', kind: 'device', major: 5, minor: 1 },
    { name: 'init', kind: 'link', target: '/bin/busybox' },
    { name: 'etc/rc', kind: 'file', data: init, mode: 0o755 },
    { name: 'etc/udhcpc', kind: 'file', data: udhcpc, mode: 0o755 },
    { name: 'etc/inittab', kind: 'file', data: inittab },
    { name: 'etc/passwd', kind: 'file', data: 'root:x:0:0:root:/root:/bin/sh\n' },
    { name: 'etc/group', kind: 'file', data: 'root:x:0:\n' },
    { name: 'etc/shadow', kind: 'file', data: `root:${passwordHash}:19000:0:99999:7:::\n`, mode: 0o600 },
    { name: 'etc/shells', kind: 'file', data: '/bin/sh\n' },
    { name: 'etc/os-release', kind: 'file', data: 'ID=busybox\nPRETTY_NAME="Busybox guest"\n' },
    { name: 'etc/hostname', kind: 'file', data: 'busybox-guest\n' },
  ];
}
