import { expect, it } from 'vitest';
import { detectManager } from './detect-manager.ts';
import type { Machine } from './machine.ts';

function machine(programs: readonly string[], osRelease: string): Machine {
  return {
    isRoot: true,
    find: async (program) => (programs.includes(program) ? `/usr/bin/${program}` : undefined),
    readText: async () => osRelease,
  };
}

it.each([
  ['apt', ['apt-get', 'dnf'], 'ID=ubuntu\nID_LIKE=debian\n'],
  ['dnf', ['apt-get', 'dnf'], 'ID="rocky"\nID_LIKE="rhel centos fedora"\n'],
  ['zypper', ['zypper', 'apt-get'], 'ID="opensuse-leap"\nID_LIKE="suse opensuse"\n'],
  ['apk', ['apk'], 'ID=alpine\n'],
  ['pacman', ['pacman'], ''],
  ['brew', ['brew'], ''],
] as const)('takes %s where it is the native one', async (id, programs, osRelease) => {
  const manager = await detectManager(machine(programs, osRelease));

  expect(manager?.id).toBe(id);
});

it('takes the wanted one, or none at all', async () => {
  const here = machine(['apt-get', 'dnf'], 'ID=debian\n');

  expect((await detectManager(here, 'dnf'))?.id).toBe('dnf');
  expect(await detectManager(here, 'brew')).toBeUndefined();
});
