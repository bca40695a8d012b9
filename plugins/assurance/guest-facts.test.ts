import { hostname } from 'node:os';
import type { Guest } from 'packer-hybrid';
import { expect, it } from 'vitest';
import { createProcesses, createSecrets } from '../../core/process/index.ts';
import { guestFacts } from './guest-facts.ts';

/** This machine in the place of a guest: the script must work in any POSIX shell. */
const here: Guest = {
  bootMs: 0,
  exec: (command, options) =>
    createProcesses({ secrets: createSecrets() }).run('sh', ['-c', command], options),
  stop: async () => undefined,
};

it('reads facts from a real shell', async (context) => {
  if (process.platform !== 'linux') context.skip('the script asks Linux guests');

  const facts = await guestFacts(here, new AbortController().signal);

  expect(facts).toMatchObject({ host: hostname(), writable: 'yes' });
  expect(facts.kernel).toMatch(/^\d+\.\d+/);
  expect(Object.keys(facts)).toEqual(expect.arrayContaining(['host-keys', 'old-machine-id', 'keys']));
});
