import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot } from '../support/repository-root.ts';
import type { FaultResult } from './fault-result.ts';
import { withTable } from './fault-table.ts';
import { faultNames } from './find-faults.ts';

/** The test of the table is left out: it would fail before there is one. */
const suite = 'test/faults/faults.test.ts';

/** Injects every fault, and writes the table of docs/recovery.md when all of them were tried and went as they must. */
function runSuite(args: readonly string[]): number {
  const folder = mkdtempSync(join(tmpdir(), 'ph-faults-'));
  const file = join(folder, 'results.ndjson');
  try {
    const { status } = spawnSync('npx', ['vitest', 'run', '--project', 'faults', suite, ...args], {
      cwd: repositoryRoot,
      env: { ...process.env, PACKER_HYBRID_FAULTS: file },
      stdio: 'inherit',
    });
    if (status !== 0) return say('Not every fault went as it must; the table stays as it is.', status ?? 1);
    if (args.length > 0) return say('Only some faults were asked for; the table stays as it is.', 0);
    return write(resultsIn(file));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function write(results: ReadonlyMap<string, FaultResult>): number {
  const names = faultNames();
  const untried = names.filter((name) => !results.has(name));
  if (untried.length > 0)
    return say(`The table stays as it is: ${untried.join(', ')} could not be tried.`, 1);
  const page = join(repositoryRoot, 'docs', 'recovery.md');
  const table = names.flatMap((name) => results.get(name) ?? []);
  writeFileSync(page, withTable(readFileSync(page, 'utf8'), table));
  return say(`docs/recovery.md shows ${table.length} faults.`, 0);
}

/** By name; with several Packers the results of a fault are the same, or its test has failed. */
function resultsIn(file: string): ReadonlyMap<string, FaultResult> {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
  const results = lines.map((line): FaultResult => JSON.parse(line));
  return new Map(results.map((result) => [result.name, result]));
}

function say(text: string, code: number): number {
  process.stdout.write(`${text}\n`);
  return code;
}

process.exitCode = runSuite(process.argv.slice(2));
