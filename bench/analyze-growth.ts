import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtCli } from '../test/support/built-cli.ts';
import { numberArgument, say } from './measure.ts';
import { writeTemplates } from './sample-repository.ts';

/** Seconds and MiB that an analysis of the largest repository may take. */
const goals = { seconds: 10, mebibytes: 500 } as const;
const largest = numberArgument('templates', 1_000);

const bin = await builtCli();
/** Lets the analysed process tell its own peak memory, in KiB. */
const peak = `data:text/javascript,process.on('exit',()=>process.stderr.write('peak '+process.resourceUsage().maxRSS))`;

async function analyse(cwd: string): Promise<{ readonly seconds: number; readonly mebibytes: number }> {
  const args = ['--import', peak, bin, 'analyze', '--fail-on', 'none', '--format', 'json'];
  const startedAt = performance.now();
  const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk;
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  const kibibytes = /peak (\d+)/.exec(said)?.[1];
  if (code !== 0 || kibibytes === undefined) throw new Error(`analyze ended with ${code}: ${said}`);
  return { seconds: (performance.now() - startedAt) / 1_000, mebibytes: Number(kibibytes) / 1_024 };
}

say('templates   seconds   ms per template   peak MiB');
for (const part of [8, 4, 2, 1]) {
  const count = Math.round(largest / part);
  const folder = mkdtempSync(join(tmpdir(), 'packer-hybrid-bench-'));
  writeTemplates(folder, count);
  const { seconds, mebibytes } = await analyse(folder);
  rmSync(folder, { recursive: true, force: true });
  const each = (seconds * 1_000) / count;
  say(
    `${String(count).padStart(9)}   ${seconds.toFixed(2).padStart(7)}   ${each.toFixed(2).padStart(15)}   ${mebibytes.toFixed(0).padStart(8)}`,
  );
}
say(
  `goal for 1,000: at most ${goals.seconds} s and ${goals.mebibytes} MiB; the same per template throughout`,
);
