import { expect, it } from 'vitest';
import { startedCommand } from './command-line.ts';
import { packageManagers } from './package-managers.ts';

it('never lets sudo ask for a password', () => {
  const [apt] = packageManagers.filter(({ id }) => id === 'apt');

  const command = apt && startedCommand(apt, ['install', 'x'], 'sudo');

  expect(command).toEqual({
    file: 'sudo',
    args: ['-n', 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', 'install', 'x'],
    env: {},
  });
});
