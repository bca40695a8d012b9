import { cp, mkdtemp, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createProcesses, createSecrets } from '../../core/process/index.ts';
import { runForRecord } from '../support/cli.ts';
import { repositoryRoot } from '../support/repository-root.ts';

const programs = ['packer', 'qemu-system-x86_64', 'qemu-img', 'mmdebstrap', 'ansible-playbook', 'ssh'];
const processes = createProcesses({ secrets: createSecrets() });
let root: string;
let missing: readonly string[];

beforeAll(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'packer-hybrid-example-')));
  for (const path of ['packer-hybrid.config.ts', 'package.json', 'examples']) {
    await cp(join(repositoryRoot, path), join(root, path), { recursive: true });
  }
  const found = await Promise.all(programs.map((program) => processes.find(program)));
  missing = programs.filter((_, index) => !found[index]);
});
afterAll(() => rm(root, { recursive: true, force: true }));
beforeEach((context) => {
  if (missing.length > 0) context.skip(`not installed: ${missing.join(', ')}`);
  if (process.getuid?.() !== 0) context.skip('making a Debian base needs root');
});

describe('the example of this repository', () => {
  it('is built, hardened by Ansible, booted again, checked and registered', async () => {
    const { record } = await runForRecord(['run', '--install', 'never'], { cwd: root });

    expect(record.failures).toEqual([]);
    expect(record).toMatchObject({ status: 'succeeded', exit_code: 0 });
    const [target] = record.targets;
    expect(target).toMatchObject({
      status: 'succeeded',
      reached: 'publish',
      attempts: 1,
      result: { exit_code: 0, packer_exit_code: 0, artifacts: [{ platform: 'qemu' }] },
    });
    const failed = target?.evidence
      .filter(({ score }) => score < 1)
      .map(({ id, detail }) => `${id}: ${detail}`);
    expect(failed).toEqual([]);
    expect(target?.evidence.length).toBeGreaterThan(3);
    const registry = await readFile(join(root, 'artifacts/registry.json'), 'utf8');
    expect(registry).toContain('debian-golden.qcow2');
  });

  it('is not built again while nothing changed', async () => {
    const { record } = await runForRecord(['run', '--skip-unchanged', '--install', 'never'], { cwd: root });

    expect(record.targets.map(({ status }) => status)).toEqual(['unchanged']);
  });
});
