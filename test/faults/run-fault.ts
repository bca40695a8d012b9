import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import { startCli } from '../support/cli.ts';
import { type TestWorkspace, testWorkspace } from '../support/test-workspace.ts';
import type { TestPacker } from '../toolchain/toolchain.ts';
import type { Fault, FaultContext, Injection } from './fault.ts';
import { eventLines, followBuild, runOf } from './follow-build.ts';
import { leftOver } from './left-over.ts';
import { type Observed, observed } from './observed.ts';
import { showRun } from './show-run.ts';
import { spilledSecrets } from './spilled-secrets.ts';
import { neededGuest, neededVcenter } from './unmet-need.ts';
import { snapshotOf, wronglyTouched } from './untouched.ts';
import { wrongActions } from './wrong-action.ts';

/** What a fault did to a real build. */
export interface FaultReport {
  readonly seen: Observed;
  readonly leftovers: readonly string[];
  readonly wrong: readonly string[];
  /** For the one who reads a failed test. */
  readonly shown: string;
}

const sentinels = {
  'precious.txt': 'was here before\n',
  'output-precious/image.qcow2': 'an image of somebody else\n',
  'output/precious/image.qcow2': 'another image of somebody else\n',
};

/** Injects a fault into a real build and watches what comes of it. */
export async function runFault(fault: Fault, packer: TestPacker): Promise<FaultReport> {
  const workspace = await testWorkspace(sentinels);
  const outside = await realpath(await mkdtemp(join(tmpdir(), 'ph-fault-')));
  onTestFinished(() => rm(outside, { recursive: true, force: true }));
  const injection = await fault.inject(contextOf(fault, { workspace, outside, packer }));
  await workspace.write({ ...configOf(injection), ...injection.files });
  const tmp = join(outside, 't');
  await mkdir(tmp, { mode: 0o1777 });
  const before = await snapshotOf(workspace);

  const said = await runToItsEnd({ injection, workspace, packer, tmp });

  const record = await workspace.lastRun();
  await injection.check?.(record);
  const seen = observed(record, eventLines(workspace));
  const spilled = await spilledSecrets(workspace, injection.env);
  const touched = wronglyTouched(before, await snapshotOf(workspace), injection.makes ?? []);
  return {
    seen,
    leftovers: await leftOver({ workspace, tmp, run: runOf(workspace) }),
    wrong: [...wrongActions(seen, fault.expects), ...touched, ...spilled],
    shown: `${showRun(record, resolve(workspace.root, record.log_dir))}\n--- standard error\n${said}`,
  };
}

interface Ready {
  readonly injection: Injection;
  readonly workspace: TestWorkspace;
  readonly packer: TestPacker;
  readonly tmp: string;
}

async function runToItsEnd({ injection, workspace, packer, tmp }: Ready): Promise<string> {
  const { args = ['run'], env, within, uid, during } = injection;
  const cli = await startCli([...args, '--format', 'json'], {
    cwd: workspace.root,
    packer,
    env: { TMPDIR: tmp, ...env },
    ...(within && { within }),
    ...(uid !== undefined && { uid }),
  });
  const acting = during?.(followBuild(cli, workspace));
  const [{ stderr }] = await Promise.all([cli.ended, acting]);
  return stderr.slice(-2_000);
}

function configOf({ config, configModule }: Injection): Readonly<Record<string, string>> {
  if (configModule !== undefined) return { 'packer-hybrid.config.mjs': configModule };
  const given = { retry: { attempts: 1, wait: 0.2 }, ...config };
  return { 'packer-hybrid.config.json': JSON.stringify(given) };
}

type Given = Pick<FaultContext, 'workspace' | 'outside' | 'packer'>;

function contextOf({ needs }: Fault, given: Given): FaultContext {
  return {
    ...given,
    get guest() {
      if (!needs.includes('guest')) throw new Error('A fault that uses the guest has to need it.');
      return neededGuest();
    },
    get vcenter() {
      if (!needs.includes('vcenter')) throw new Error('A fault that uses the simulator has to need it.');
      return neededVcenter();
    },
    onEnd: (end) => onTestFinished(async () => void (await end())),
  };
}
