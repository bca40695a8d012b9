import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { builtCli } from '../test/support/built-cli.ts';
import { median, numberArgument, say } from './measure.ts';
import { buildFile, writeTemplates } from './sample-repository.ts';

/** Milliseconds from a change to its findings, in 95 of 100 cases. */
const goal = 20;
const edits = numberArgument('edits', 100);

const folder = mkdtempSync(join(tmpdir(), 'packer-hybrid-bench-'));
const templates = writeTemplates(folder, numberArgument('templates', 100));
const args = [await builtCli(), 'watch', '--format', 'ndjson'];
const child = spawn(process.execPath, args, { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();

async function nextDocument(): Promise<{ readonly duration_ms?: number }> {
  const { value, done } = await lines.next();
  if (done) throw new Error('watch ended by itself');
  return JSON.parse(value);
}

function percentile95(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? Number.NaN;
}

await nextDocument();
const analysed: number[] = [];
const whole: number[] = [];
for (let edit = 0; edit < edits; edit += 1) {
  const template = String(templates[(edit * 37) % templates.length]);
  const isEdited = edit < templates.length ? true : edit % 2 === 0;
  // People do not save faster than this, and no change may hide behind the one before.
  await pause(150);
  const startedAt = performance.now();
  writeFileSync(join(template, 'build.pkr.hcl'), buildFile(basename(template), isEdited));
  const { duration_ms = Number.NaN } = await nextDocument();
  whole.push(performance.now() - startedAt);
  analysed.push(duration_ms);
}
child.kill('SIGINT');
await new Promise((resolve) => child.on('close', resolve));
rmSync(folder, { recursive: true, force: true });

say(`${edits} saves among ${templates.length} templates; goal: at most ${goal} ms at the 95th percentile`);
for (const [name, values] of [
  ['change seen to findings', analysed],
  ['file written to findings read', whole],
] as const) {
  say(`${name.padEnd(30)} median ${median(values).toFixed(1)} ms, p95 ${percentile95(values).toFixed(1)} ms`);
}
