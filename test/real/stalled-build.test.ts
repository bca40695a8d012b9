import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../core/schema/index.ts';
import { runForRecord } from '../support/cli.ts';
import { leftBehind } from '../support/left-behind.ts';
import { qemuTemplate } from '../support/qemu-template.ts';
import { guestOr, newestPacker, packerOr, packers } from '../support/real-components.ts';
import { testWorkspace } from '../support/test-workspace.ts';

/** A build that says nothing for so many seconds, and then one word. */
const template = (seconds: number) => `
source "null" "a" { communicator = "none" }
build {
  sources = ["source.null.a"]
  provisioner "shell-local" { inline = ["sleep ${seconds}; echo done"] }
}
`;

const config = (stall: object) => JSON.stringify({ retry: { attempts: 1, wait: 0 }, recovery: { stall } });

async function eventsOf(workspace: Awaited<ReturnType<typeof testWorkspace>>, type: RunEvent['type']) {
  const { run } = await workspace.lastRun();
  const lines = (await workspace.read('logs', run, 'events.ndjson')).trim().split('\n');
  return lines.map((line) => JSON.parse(line)).filter((event) => event.type === type);
}

describe.each(packers)('a build with Packer $version that says nothing', (packer) => {
  it('is told with advice, and is given that time by the next run', async (ctx) => {
    const workspace = await testWorkspace({
      'a.pkr.hcl': template(5),
      'packer-hybrid.config.json': config({ minutes: 0.05, factor: 3 }),
    });
    const options = { cwd: workspace.root, packer: packerOr(ctx, packer) };

    const first = await runForRecord(['build'], options);
    const told = await eventsOf(workspace, 'stalled');
    const second = await runForRecord(['build'], options);

    expect([first.result.code, second.result.code]).toEqual([0, 0]);
    expect(told).toEqual([
      expect.objectContaining({ step: 'provision-shell-local', usual_seconds: null, aborts: false }),
    ]);
    expect(told[0].advice).toContain('wait for input');
    expect(await eventsOf(workspace, 'stalled')).toEqual([]);
  });

  it('is ended where the settings say so, and tried again', async (ctx) => {
    const workspace = await testWorkspace({
      'a.pkr.hcl': template(120),
      'packer-hybrid.config.json': config({ minutes: 0.03, abort: true }),
    });

    const { record, result } = await runForRecord(['build'], {
      cwd: workspace.root,
      packer: packerOr(ctx, packer),
    });

    expect(result.code).toBe(2);
    expect(record.targets[0]).toMatchObject({ status: 'failed', attempts: 2, exit_code: 2 });
    expect(record.targets[0]?.diagnoses.map(({ cause }) => cause)).toContain('build-stalled');
    expect((await eventsOf(workspace, 'stalled')).map(({ aborts }) => aborts)).toEqual([true, true]);
    expect(leftBehind(workspace.root)).toEqual([]);
  });
});

it('a machine that never answers is destroyed by Packer when its build is ended', async (ctx) => {
  const workspace = await testWorkspace({
    'guest.pkr.hcl': qemuTemplate({ guest: guestOr(ctx), deaf: true, sshTimeout: '10m' }),
    'packer-hybrid.config.json': JSON.stringify({
      retry: { attempts: 0 },
      recovery: { stall: { minutes: 0.1, abort: true } },
    }),
  });

  const { record, result } = await runForRecord(['build'], {
    cwd: workspace.root,
    packer: newestPacker(ctx),
  });

  expect(result.code).toBe(2);
  expect(record.targets[0]).toMatchObject({ status: 'failed', attempts: 1 });
  expect(record.targets[0]?.diagnoses.map(({ cause }) => cause)).not.toContain('user-cancelled');
  const [told] = await eventsOf(workspace, 'stalled');
  expect(told).toMatchObject({ step: 'wait-for-ssh', advice: expect.stringContaining('console') });
  expect(leftBehind(workspace.root)).toEqual([]);
  expect((await workspace.files()).filter((path) => path.endsWith('.qcow2'))).toEqual([]);
});
