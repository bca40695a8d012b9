import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Raise it with every change to what a base contains: bases made before are then made again. */
export const ROOT_FILES_VERSION = 1;

const network = `[Match]
Type=ether

[Network]
DHCP=yes
`;

const hostKeys = `[Unit]
Description=Make the SSH host key of this machine
ConditionPathExists=!/etc/ssh/ssh_host_ed25519_key
Before=ssh.service

[Service]
Type=oneshot
ExecStart=/usr/bin/ssh-keygen -q -t ed25519 -N "" -f /etc/ssh/ssh_host_ed25519_key

[Install]
WantedBy=multi-user.target
`;

const files: Readonly<Record<string, string>> = {
  'etc/systemd/network/80-dhcp.network': network,
  'etc/systemd/system/ssh-host-keys.service': hostKeys,
  // Without it sshd looks for RSA and ECDSA keys too, which take long to make on an emulated CPU.
  'etc/ssh/sshd_config.d/50-host-key.conf': 'HostKey /etc/ssh/ssh_host_ed25519_key\n',
  'etc/hostname': 'debian\n',
  'etc/hosts': '127.0.0.1 localhost\n127.0.1.1 debian\n::1 localhost ip6-localhost\n',
  // Empty, so that every machine made from the disk gets its own at first boot.
  'etc/machine-id': '',
};

const links: Readonly<Record<string, string>> = {
  'etc/systemd/system/multi-user.target.wants/systemd-networkd.service':
    '/lib/systemd/system/systemd-networkd.service',
  'etc/systemd/system/multi-user.target.wants/ssh-host-keys.service':
    '/etc/systemd/system/ssh-host-keys.service',
  'etc/resolv.conf': '../run/systemd/resolve/stub-resolv.conf',
};

/** Traces of the machine that made the root. */
const strays = ['etc/apt/apt.conf.d/99mmdebstrap', 'etc/dpkg/dpkg.cfg.d/99mmdebstrap'];

/** Makes a fresh root a machine: network, host key at first boot, root login with one key, nothing of its maker. */
export async function finishRoot(root: string, publicKeyFile: string): Promise<void> {
  for (const [path, text] of Object.entries(files)) await put(join(root, path), text);
  for (const [path, target] of Object.entries(links)) await link(join(root, path), target);
  for (const path of [...strays, ...(await hostKeysOf(root))]) await rm(join(root, path), { force: true });

  await mkdir(join(root, 'root/.ssh'), { recursive: true, mode: 0o700 });
  const key = await readFile(publicKeyFile, 'utf8');
  await writeFile(join(root, 'root/.ssh/authorized_keys'), key, { mode: 0o600 });
}

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

async function link(path: string, target: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await rm(path, { force: true });
  await symlink(target, path);
}

async function hostKeysOf(root: string): Promise<string[]> {
  const names = await readdir(join(root, 'etc/ssh'));
  return names.filter((name) => name.startsWith('ssh_host_')).map((name) => `etc/ssh/${name}`);
}
