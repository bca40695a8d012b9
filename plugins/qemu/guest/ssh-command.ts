import type { Login } from './login.ts';

export interface SshTarget {
  readonly login: Login;
  readonly port: number;
  /** Host keys of guests stay out of the user's own file. */
  readonly knownHosts: string;
}

export interface SshCommand {
  readonly file: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** The program to start for one command in a guest; a password travels only through the environment. */
export function sshCommand({ login, port, knownHosts }: SshTarget, command: string): SshCommand {
  const common = [
    ...['-F', 'none', '-p', String(port), '-o', 'ConnectTimeout=5', '-o', 'LogLevel=ERROR'],
    ...['-o', 'StrictHostKeyChecking=accept-new', '-o', `UserKnownHostsFile="${knownHosts}"`],
    ...['-o', 'GlobalKnownHostsFile=none'],
  ];
  const destination = [`${login.user}@127.0.0.1`, command];
  if ('password' in login) {
    const byPassword = ['-o', 'PubkeyAuthentication=no', '-o', 'NumberOfPasswordPrompts=1'];
    const args = ['-e', 'ssh', ...common, ...byPassword, ...destination];
    return { file: 'sshpass', args, env: { SSHPASS: login.password } };
  }
  const byKey = ['-i', login.privateKey, '-o', 'IdentitiesOnly=yes', '-o', 'BatchMode=yes'];
  return { file: 'ssh', args: [...common, ...byKey, ...destination], env: {} };
}
