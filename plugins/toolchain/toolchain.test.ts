import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PluginEvent, ProgramNeed, RunContext } from 'packer-hybrid';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createProcesses, createSecrets } from '../../core/process/index.ts';
import { createToolchain } from './create-toolchain.ts';
import { installQueue } from './install-queue.ts';
import { type Machine, thisMachine } from './machine.ts';

let folder: string;
let events: PluginEvent[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'toolchain-'));
  events = [];
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const need = (program: string, packages: readonly string[] = [`${program}-package`]): ProgramNeed => ({
  program,
  why: `to test ${program}`,
  packages: { apt: packages },
});

/** An apt-get that writes down how it was called and makes a program for every `<program>-package`. */
const fakeApt = `#!/bin/sh
echo "$DEBIAN_FRONTEND $*" >>"$PH_TEST_FOLDER/calls"
for word; do
  case "$word" in
    nowhere-package) echo "E: Unable to locate package $word" >&2; exit 100 ;;
    broken-package) echo "E: disk full" >&2; exit 100 ;;
    empty-package) ;;
    slow-package) sleep 30 ;;
  esac
done
for word; do
  case "$word" in
    empty-package) ;;
    *-package) printf '#!/bin/sh\\n' >"$PH_TEST_FOLDER/\${word%-package}"; chmod +x "$PH_TEST_FOLDER/\${word%-package}" ;;
  esac
done
`;

async function setUp(machine: Partial<Machine> = {}, collectMs = 20) {
  await writeFile(join(folder, 'apt-get'), fakeApt);
  await chmod(join(folder, 'apt-get'), 0o755);
  const here: Machine = {
    ...thisMachine({ PATH: folder }),
    isRoot: true,
    readText: async () => '',
    ...machine,
  };
  return createToolchain(
    { manager: 'apt', timeoutMs: 60_000 },
    { machine: here, queue: installQueue(collectMs) },
  );
}

function context(changes: { install?: 'auto' | 'never'; dryRun?: boolean; signal?: AbortSignal } = {}) {
  const { run: start, find } = createProcesses({ secrets: createSecrets() });
  const nothing = () => undefined;
  const env = { PATH: `${folder}:/usr/bin:/bin`, PH_TEST_FOLDER: folder };
  const run: RunContext['processes']['run'] = (file, args, options) =>
    start(file, args, { ...options, env: { ...options?.env, ...env } });
  return {
    run: { id: 'r1', command: 'run', env: 'dev', dryRun: changes.dryRun ?? false, ci: true },
    signal: changes.signal ?? new AbortController().signal,
    settings: { toolchain: { install: changes.install ?? 'auto', mirror: '' } },
    processes: { find, run },
    log: { debug: nothing, info: nothing, warn: nothing, error: nothing },
    emit: (event: PluginEvent) => events.push(event),
  } as unknown as RunContext;
}

const calls = async () => {
  const text = await readFile(join(folder, 'calls'), 'utf8').catch(() => '');
  return text.split('\n').filter((line) => line.includes(' install '));
};

it('reports a program that is there', async () => {
  const toolchain = createToolchain({ timeoutMs: 1_000 }, { machine: thisMachine(), queue: installQueue() });

  const checks = await toolchain.ensure([need('find')], context());

  expect(checks).toEqual([
    { id: 'toolchain/find', ok: true, message: expect.stringMatching(/^find is at \/(usr\/)?bin\/find\.$/) },
  ]);
});

it('installs what several plugins ask for at once with one call', async () => {
  const toolchain = await setUp({}, 500);

  const checks = await Promise.all([
    toolchain.ensure([need('one'), need('two')], context()),
    toolchain.ensure([need('three'), need('one')], context()),
  ]);

  expect(checks.flat().map(({ id, ok }) => [id, ok])).toEqual([
    ['toolchain/one', true],
    ['toolchain/two', true],
    ['toolchain/three', true],
    ['toolchain/one', true],
  ]);
  const made = await calls();
  expect(made).toHaveLength(1);
  expect(
    made[0]
      ?.split(' ')
      .filter((word) => word.endsWith('-package'))
      .toSorted(),
  ).toEqual(['one-package', 'three-package', 'two-package']);
});

it('says what it installs, why and how, and when it is done', async () => {
  const toolchain = await setUp();

  await toolchain.ensure([need('one')], context());

  expect(events.slice(-2)).toEqual([
    {
      type: 'install.started',
      what: 'one-package',
      why: 'one is needed to test one',
      command: 'apt-get -o DPkg::Lock::Timeout=120 install -y --no-install-recommends one-package',
    },
    { type: 'install.finished', what: 'one-package', ok: true, duration_ms: expect.any(Number) },
  ]);
});

it('installs the others when one package does not exist', async () => {
  const toolchain = await setUp();

  const checks = await toolchain.ensure([need('one'), need('nowhere')], context());

  expect(checks.map(({ ok }) => ok)).toEqual([true, false]);
  expect(checks[1]).toEqual({
    id: 'toolchain/nowhere',
    ok: false,
    message:
      'nowhere is needed to test nowhere. Installing with `apt-get -o DPkg::Lock::Timeout=120 install -y --no-install-recommends nowhere-package` failed: E: Unable to locate package nowhere-package',
    remedy: expect.stringMatching(
      /^Run it yourself and read its output: (apt-get update && )?apt-get install -y --no-install-recommends nowhere-package$/,
    ),
  });
});

it('reports the last words of a package manager that fails', async () => {
  const toolchain = await setUp();

  const [check] = await toolchain.ensure([need('broken')], context());

  expect(check?.ok).toBe(false);
  expect(check?.message).toContain('E: disk full');
});

it('looks again after installing', async () => {
  const toolchain = await setUp();

  const [check] = await toolchain.ensure([need('empty')], context());

  expect(check?.ok).toBe(false);
  expect(check?.message).toContain('still not on PATH');
});

it('names the command instead of running it when installing is not allowed', async () => {
  const toolchain = await setUp();

  const [check] = await toolchain.ensure([need('one')], context({ install: 'never' }));

  expect(check).toEqual({
    id: 'toolchain/one',
    ok: false,
    message: 'one is not installed; it is needed to test one.',
    remedy: expect.stringMatching(
      /^Run: (apt-get update && )?apt-get install -y --no-install-recommends one-package$/,
    ),
  });
  expect(await calls()).toEqual([]);
});

it('installs nothing in a dry run', async () => {
  const toolchain = await setUp();

  const [check] = await toolchain.ensure([need('one')], context({ dryRun: true }));

  expect(check).toMatchObject({ ok: false, severity: 'medium' });
  expect(await calls()).toEqual([]);
});

it('puts sudo before the command of a user who is not root', async () => {
  const sudo = join(folder, 'sudo');
  await writeFile(sudo, '#!/bin/sh\n');
  await chmod(sudo, 0o755);
  const toolchain = await setUp({ isRoot: false });

  const command = await toolchain.installCommand([need('one'), need('two')]);

  expect(command).toMatch(/(^|&& )sudo apt-get install -y --no-install-recommends one-package two-package$/);
});

it('says so when neither root nor sudo is there', async () => {
  const find: Machine['find'] = async (program) => (program === 'apt-get' ? '/usr/bin/apt-get' : undefined);
  const toolchain = await setUp({ isRoot: false, find });

  const [check] = await toolchain.ensure([need('one')], context());

  expect(check?.ok).toBe(false);
  expect(check?.remedy).toContain('neither root nor sudo is here');
  expect(await calls()).toEqual([]);
});

it('says so when no package is known', async () => {
  const toolchain = await setUp();

  const [check] = await toolchain.ensure([need('odd', [])], context());

  expect(check).toMatchObject({
    ok: false,
    remedy: 'Install odd by hand: no package of apt is known for it.',
  });
});

it('ends the package manager when the run is cancelled', async () => {
  const toolchain = await setUp();
  const stop = new AbortController();
  const ensured = toolchain.ensure([need('slow')], context({ signal: stop.signal }));
  while ((await calls()).length === 0) await new Promise((resolve) => setTimeout(resolve, 10));

  stop.abort();

  await expect(ensured).rejects.toThrow('aborted');
  expect(events.at(-1)).toMatchObject({ type: 'install.finished', ok: false });
});
