import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import type { RunningCli } from '../support/cli.ts';
import type { TestWorkspace } from '../support/test-workspace.ts';
import type { BuildUnderWay } from './fault.ts';
import { markedProcesses } from './left-over.ts';

/** Follows a run through its event file, for `--format json` shows nothing before the end. */
export function followBuild(cli: RunningCli, workspace: TestWorkspace): BuildUnderWay {
  let hasEnded = false;
  cli.ended.then(
    () => {
      hasEnded = true;
    },
    () => undefined,
  );
  return {
    cli,
    async event(pattern, nth = 1) {
      while (countOf(workspace, pattern) < nth) {
        if (hasEnded) throw new Error(`The run ended before event ${nth} that looks like ${pattern}.`);
        await delay(25);
      }
    },
    processes(pattern) {
      const run = runOf(workspace);
      if (run === undefined) return [];
      return markedProcesses(run)
        .filter(({ command }) => pattern.test(command))
        .map(({ pid }) => pid);
    },
  };
}

/** The newest run of a workspace, once it has a folder. */
export function runOf(workspace: TestWorkspace): string | undefined {
  const logs = workspace.path('logs');
  return existsSync(logs) ? readdirSync(logs).toSorted().at(-1) : undefined;
}

/** Every line of the newest run's event file. */
export function eventLines(workspace: TestWorkspace): readonly string[] {
  const run = runOf(workspace);
  const file = run === undefined ? undefined : workspace.path('logs', run, 'events.ndjson');
  return file !== undefined && existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
}

function countOf(workspace: TestWorkspace, pattern: RegExp): number {
  return eventLines(workspace).filter((line) => pattern.test(line)).length;
}
