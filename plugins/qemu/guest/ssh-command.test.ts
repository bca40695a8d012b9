import { expect, it } from 'vitest';
import { sshCommand } from './ssh-command.ts';

const place = { port: 2222, knownHosts: '/tmp/known hosts' };

it('hands a password over through the environment alone', () => {
  const { file, args, env } = sshCommand({ ...place, login: { user: 'root', password: 's3cret' } }, 'uname');

  expect(file).toBe('sshpass');
  expect(args.join(' ')).not.toContain('s3cret');
  expect(env).toEqual({ SSHPASS: 's3cret' });
});

it('offers one key, and touches no file of the user', () => {
  const { file, args } = sshCommand({ ...place, login: { user: 'root', privateKey: '/k' } }, 'uname -r');

  expect(file).toBe('ssh');
  expect(args).toEqual(expect.arrayContaining(['-F', 'none', '-i', '/k', 'IdentitiesOnly=yes']));
  expect(args).toEqual(
    expect.arrayContaining(['UserKnownHostsFile="/tmp/known hosts"', 'GlobalKnownHostsFile=none']),
  );
  expect(args.slice(-2)).toEqual(['root@127.0.0.1', 'uname -r']);
});
