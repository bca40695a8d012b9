import { once } from 'node:events';
import { createWriteStream } from 'node:fs';

/** What a long log mostly holds. */
export type LogKind = 'mixed' | 'debug' | 'packages' | 'ansible';

/** Writes a log of about that many bytes, the same for the same kind, whose build fails at its end on a locked package database. */
export async function writeSampleLog(file: string, bytes: number, kind: LogKind): Promise<void> {
  const line = lineSource(kind);
  const output = createWriteStream(file);
  output.write(begin);
  for (let written = begin.length; written < bytes; ) {
    const lines = Array.from({ length: 4_000 }, line).join('');
    written += lines.length;
    if (!output.write(lines)) await once(output, 'drain');
  }
  output.end(end);
  await once(output, 'close');
}

const begin =
  '==> qemu.debian: Waiting for SSH to become available...\n==> qemu.debian: Connected to SSH!\n==> qemu.debian: Provisioning with shell script: /tmp/packer-shell1\n';
const end = `==> qemu.debian: E: Could not get lock /var/lib/dpkg/lock-frontend. It is held by process 811 (apt-get)
==> qemu.debian: Provisioning step had errors: Running the cleanup provisioner, if present...
Build 'qemu.debian' errored after 16 minutes 3 seconds: Script exited with non-zero exit status: 100. Allowed exit codes are: [0]
`;

/** `#` is any digit, `%` the name of a package, `@` a checksum. */
const forms: Readonly<Record<Exclude<LogKind, 'mixed'>, readonly string[]>> = {
  debug: [
    '[DEBUG] Opening new ssh session',
    "[DEBUG] starting remote command: chmod +x /tmp/script_####.sh; PACKER_BUILD_NAME='a' PACKER_BUILDER_TYPE='qemu' /tmp/script_####.sh",
    '[INFO] (telemetry) Starting builder qemu.debian',
    '[INFO] RPC endpoint: Communicator ended with: 0',
    '[INFO] RPC client: Communicator ended with: #',
    '[DEBUG] TCP connection to SSH ip/port failed: dial tcp 127.0.0.1:3###: connect: connection refused',
    '[DEBUG] scp stderr (length ##): Sink: C0644 ##### file-####.conf',
    'Executing shutdown: sending key ##, wait 100ms',
    'Connection to SSH: handshaking with 127.0.0.1:####',
    '[DEBUG] Unable to read keyboard layout of display ##: using the one of the host',
  ],
  packages: [
    'Get:### http://deb.debian.org/debian bookworm/main amd64 % amd64 #.##.#-#+deb12u# [### kB]',
    'Selecting previously unselected package %.',
    '(Reading database ... ##### files and directories currently installed.)',
    'Preparing to unpack .../###-%_#.##-#_amd64.deb ...',
    'Unpacking % (#.##.#-#+deb12u#) ...',
    'Setting up % (#.##.#-#+deb12u#) ...',
    'Processing triggers for % (#.##.#-#) ...',
    'Created symlink /etc/systemd/system/multi-user.target.wants/%.service -> /lib/systemd/system/%.service.',
    'update-alternatives: using /usr/bin/% to provide /usr/bin/editor (editor) in auto mode',
    '/usr/bin/gcc -O2 -Wall -Werror=format-security -I/usr/include/% -c src/%_###.c -o build/####.o',
  ],
  ansible: [
    'TASK [% : Install % and configure it] ***********************************',
    'ok: [default]',
    'changed: [default] => (item=%)',
    'skipping: [default] => (item=%) ',
    '<127.0.0.1> ESTABLISH SSH CONNECTION FOR USER: packer',
    `<127.0.0.1> SSH: EXEC ssh -vvv -C -o ControlMaster=auto -o ControlPersist=60s -o StrictHostKeyChecking=no -o Port=##### -o 'IdentityFile="/tmp/ansible-key#####"' -o KbdInteractiveAuthentication=no -o PreferredAuthentications=gssapi-with-mic,gssapi-keyex,hostbased,publickey -o PasswordAuthentication=no -o 'User="packer"' -o ConnectTimeout=10 127.0.0.1 '/bin/sh -c '"'"'sudo -H -S -n -u root /bin/sh -c ...'"'"''`,
    'changed: [default] => {"changed": true, "checksum": "@", "dest": "/etc/%/conf.d/##.conf", "failed": false, "gid": 0, "group": "root", "invocation": {"module_args": {"_original_basename": "a.j2", "backup": false, "checksum": "@", "content": null, "delimiter": null, "directory_mode": null, "follow": false, "force": true, "mode": "0644", "owner": "root", "remote_src": null, "unsafe_writes": false, "validate": null}}, "md5sum": "@", "mode": "0644", "owner": "root", "size": #####, "state": "file", "uid": 0}',
  ],
};
const packages =
  'libc6 libssl3 curl ca-certificates openssl python3-minimal libpython3.11-stdlib perl-base systemd linux-image-6.1.0-18-amd64 grub-pc openssh-server cloud-init nginx-common libnginx-mod-http-geoip2 postgresql-15 qemu-guest-agent liberror-perl libgpg-error0 gettext-base mysql-common git-man rsync tzdata'.split(
    ' ',
  );

/** Lines come in runs of one sort, as steps do; each stands as the console shows it or as Packer's debug log has it. */
function lineSource(kind: LogKind): () => string {
  const random = randomNumbers();
  const pick = <T>(all: readonly T[]) => all[random(all.length)] as T;
  const sorts = kind === 'mixed' ? (['debug', 'packages', 'ansible'] as const) : [kind];
  let [sort, left]: [Exclude<LogKind, 'mixed'>, number] = [pick(sorts), 100];
  const digits = (count: number) => Array.from({ length: count }, () => random(10)).join('');
  return () => {
    left -= 1;
    if (left === 0) [sort, left] = [pick(sorts), 20 + random(200)];
    const text = pick(forms[sort]).replace(/[#%@]/g, (sign) => {
      if (sign === '#') return digits(1);
      return sign === '%' ? pick(packages) : digits(40);
    });
    const time = `2026/11/24 1${digits(1)}:2${digits(1)}:4${digits(1)}`;
    if (sort === 'debug') {
      return `${time} packer-plugin-qemu_v1.1.0_x5.0_linux_amd64 plugin: ${time} ${text}\n`;
    }
    return `${pick([`${time} ui: `, ''])}${pick(['    ', '    ', '==> '])}qemu.debian: ${text}\n`;
  };
}

/** The same numbers in every run. */
function randomNumbers(): (below: number) => number {
  let state = 12_345;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
