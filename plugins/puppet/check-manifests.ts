import { join, relative } from 'node:path';
import type { CheckInput, PreflightContext, ProcessResult } from 'packer-hybrid';
import { type ManifestError, readManifestErrors } from './manifest-errors.ts';

export interface ManifestCheck {
  /** Absolute path of `puppet`. */
  readonly program: string;
  /** Absolute paths. */
  readonly manifests: readonly string[];
  readonly timeoutMs: number;
}

const id = 'puppet/manifests';
/** Command lines have a limit, and modules may bring thousands of files. */
const batch = 500;

/** Lets Puppet itself read manifests, with its own folders inside the cache; nothing when the run was stopped. */
export async function checkManifests(
  context: PreflightContext,
  { program, manifests, timeoutMs }: ManifestCheck,
): Promise<readonly CheckInput[]> {
  const home = join(context.workspace.cache, 'puppet');
  const failed: CheckInput[] = [];
  for (let start = 0; start < manifests.length; start += batch) {
    const files = manifests.slice(start, start + batch);
    const result = await context.processes.run(program, [...argumentsFor(home), ...files], {
      signal: context.signal,
      timeoutMs,
    });
    if (result.ended === 'cancelled') return [];
    failed.push(...failuresOf(result, context.workspace.root));
  }
  if (failed.length > 0) return failed;
  return [
    {
      id,
      ok: true,
      message: `Puppet can read ${manifests.length === 1 ? 'the manifest' : `${manifests.length} manifests`}.`,
    },
  ];
}

function argumentsFor(home: string): readonly string[] {
  const folders = ['confdir', 'vardir', 'codedir', 'logdir', 'rundir'];
  return ['parser', 'validate', '--color=false', ...folders.map((name) => `--${name}=${join(home, name)}`)];
}

function failuresOf(result: ProcessResult, root: string): readonly CheckInput[] {
  if (result.exitCode === 0) return [];
  const errors = readManifestErrors(result.stderrTail);
  const named = errors.length > 0 ? errors : [{ message: endOf(result) }];
  return named.map((error) => ({
    id,
    ok: false,
    severity: result.ended === 'exit' ? 'critical' : 'low',
    message: sentence(error, root),
    remedy: 'Correct the manifest; `puppet parser validate` shows the same.',
  }));
}

function sentence({ message, file, line, column }: ManifestError, root: string): string {
  if (file === undefined) return message;
  return `${relative(root, file)}:${line}${column === undefined ? '' : `:${column}`}: ${message}`;
}

function endOf({ ended, exitCode, stderrTail }: ProcessResult): string {
  if (ended === 'timeout') return 'Puppet did not finish reading the manifests in time.';
  return stderrTail.trim().split('\n').at(-1) || `puppet ended with ${exitCode ?? ended}.`;
}
