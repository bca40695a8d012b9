import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { mustRun } from '../../support/run-program.ts';
import type { FaultContext } from '../fault.ts';
import { takenPort } from './taken-port.ts';

/** This machine behind an SSH server of its own, for provisioners that need more than the guest has. */
export interface LocalSsh {
  readonly port: number;
  /** The private key that lets in. */
  readonly key: string;
  /** A build of the null builder that goes through it. */
  build(provisioners: string): string;
}

/** Starts the OpenSSH server of this machine on loopback, which lets in one key that nobody else has. */
export async function localSsh(ctx: Pick<FaultContext, 'outside' | 'onEnd'>): Promise<LocalSsh> {
  const folder = join(ctx.outside, 'ssh');
  await mkdir(folder, { mode: 0o700 });
  for (const name of ['host', 'key']) {
    await mustRun('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(folder, name)]);
  }
  await writeFile(join(folder, 'authorized'), await readFile(join(folder, 'key.pub')), { mode: 0o600 });
  const { port, free } = await takenPort(ctx);
  await free();
  await writeFile(join(folder, 'config'), configOf(folder, port));
  const [program, ...args] = commandFor(join(folder, 'config'));
  const server = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  server.stderr.on('data', (chunk: Buffer) => {
    said += chunk;
  });
  ctx.onEnd(async () => {
    if (server.exitCode !== null) return;
    server.kill();
    await once(server, 'exit');
  });
  while (!(await answers(port))) {
    if (server.exitCode !== null) throw new Error(`sshd ended: ${said}`);
    await delay(50);
  }
  const key = join(folder, 'key');
  return { port, key, build: (provisioners) => nullBuild({ port, key, provisioners }) };
}

/** The server insists on a folder that only an installed service makes; it gets its own one where that is missing. */
function commandFor(config: string): readonly [string, ...string[]] {
  const command = ['/usr/sbin/sshd', '-D', '-e', '-f', config] as const;
  if (existsSync('/run/sshd')) return command;
  const ownFolder = 'mount -t tmpfs none /run && mkdir -m 755 /run/sshd && exec "$@"';
  return ['unshare', '-m', 'sh', '-c', ownFolder, 'sh', ...command];
}

function configOf(folder: string, port: number): string {
  return `ListenAddress 127.0.0.1:${port}
HostKey ${folder}/host
PidFile none
AuthorizedKeysFile ${folder}/authorized
PermitRootLogin prohibit-password
PasswordAuthentication no
StrictModes no
UsePAM no
Subsystem sftp internal-sftp
`;
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  return new Promise((resolve) => {
    socket.on('connect', () => resolve(true));
    socket.on('error', () => resolve(false));
  }).finally(() => socket.destroy()) as Promise<boolean>;
}

interface Login {
  readonly port: number;
  readonly key: string;
  readonly provisioners: string;
}

function nullBuild({ port, key, provisioners }: Login): string {
  return `
source "null" "one" {
  communicator         = "ssh"
  ssh_host             = "127.0.0.1"
  ssh_port             = ${port}
  ssh_username         = "root"
  ssh_private_key_file = "${key}"
  ssh_timeout          = "20s"
}

build {
  sources = ["source.null.one"]
${provisioners}
}
`;
}
