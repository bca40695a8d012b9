import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  type Diagnosis,
  type RecoverContext,
  type RecoveryResult,
  type RecoverySettings,
  type RecoveryStepInput,
  recoveryDefaults,
  type Template,
  type TemplateSetting,
} from 'packer-hybrid';
import { onTestFinished } from 'vitest';
import { expandTargets, findTemplates, readTemplate } from '../../../core/language/index.ts';
import { createProcesses, createSecrets } from '../../../core/process/index.ts';
import { targetPaths } from '../../../core/state/index.ts';
import { recoveryActions } from '../actions/all.ts';
import { causes } from '../signatures/causes/all.ts';

/** How a build of a test failed. */
export interface FailedBuildOptions {
  readonly files?: Readonly<Record<string, string>>;
  readonly cause: string;
  readonly diagnosis?: Partial<Diagnosis>;
  readonly recovery?: Partial<RecoverySettings>;
  readonly retry?: { readonly attempts: number; readonly wait: number };
  readonly history?: readonly RecoveryResult[];
  readonly vars?: Readonly<Record<string, string>>;
  readonly rates?: Readonly<Record<string, number>>;
  readonly actions?: RecoverContext['actions'];
  readonly change?: Partial<RecoverContext>;
}

export type FailedBuild = RecoverContext & { readonly reread: () => Promise<Template> };

const nothing =
  'source "null" "a" {\n  communicator = "none"\n}\nbuild {\n  sources = ["source.null.a"]\n}\n';

/** A real template in a folder of its own, and what a planner sees after a build of its first target failed so. */
export async function failedBuild(options: FailedBuildOptions): Promise<FailedBuild> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'ph-recovery-')));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  await writeFiles(root, options.files ?? { 'a.pkr.hcl': nothing });
  const setting = {
    path: '.',
    vars: options.vars ?? {},
    secrets: {},
    varFiles: [],
    cwd: 'template',
  } as const;
  const [found] = await findTemplates({ root, settings: [setting] });
  if (!found) throw new Error('The test has no template.');
  const reread = () => readTemplate(found, { root, env: {} });
  const template = await reread();
  const secrets = createSecrets();
  const context = {
    ...base(root, options),
    ...targetsOf(root, template, setting),
    template,
    secrets,
    processes: createProcesses({ secrets }),
    claim: async () => ({ ours: false, look: () => undefined, close: () => undefined }),
    successRate: (action: string) => options.rates?.[action],
    ...options.change,
  };
  return { ...(context as unknown as RecoverContext), reread };
}

/** What a cause is known for, as a diagnosis. */
export function diagnosisOf(cause: string, change: Partial<Diagnosis> = {}): Diagnosis {
  const facts = causes[cause];
  if (!facts) throw new Error(`"${cause}" is no cause.`);
  const { attributes: _, ...known } = facts;
  return { cause, ...known, evidence: [{ line: 1, text: `the line of ${cause}` }], ...change };
}

/** A recovery of the same cause that came before and took these steps in vain. */
export function earlier(cause: string, ...steps: readonly RecoveryStepInput[]): RecoveryResult {
  const fixes = steps.map(({ action, title, edits = [] }) => ({
    ...{ action, title, edits },
    ...{ ok: true, detail: '', rollback: null },
  }));
  return { success: false, plan: { cause }, applied_fixes: fixes } as unknown as RecoveryResult;
}

function base(root: string, options: FailedBuildOptions) {
  const { cause, diagnosis, recovery, retry, history } = options;
  return {
    run: { id: '20260101-000000-test', command: 'run', env: 'test', dryRun: false, ci: true },
    signal: new AbortController().signal,
    settings: {
      retry: retry ?? { attempts: 3, wait: 10 },
      recovery: { ...recoveryDefaults, ...recovery },
      policy: { force: false },
    },
    workspace: workspaceIn(root),
    diagnosis: diagnosisOf(cause, diagnosis),
    attempt: 1 + (history?.length ?? 0),
    attemptsLeft: 1,
    history: history ?? [],
    actions: options.actions ?? recoveryActions,
  };
}

function workspaceIn(root: string): RecoverContext['workspace'] {
  return {
    root,
    configs: join(root, 'configs'),
    artifacts: join(root, 'artifacts'),
    logs: join(root, 'logs'),
    state: join(root, 'state'),
    cache: join(root, '.packer-hybrid'),
    run: join(root, 'logs', 'run'),
  };
}

function targetsOf(root: string, template: Template, setting: TemplateSetting) {
  const platformOf = (type: string) => type.split('-')[0] ?? type;
  const targets = expandTargets(template, { env: 'test', platformOf, hostAttributesOf: () => [], setting });
  const [target] = targets;
  if (!target) throw new Error('The template of the test has no target.');
  return { targets, target, paths: targetPaths(workspaceIn(root), target.slug) };
}

async function writeFiles(root: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
}
