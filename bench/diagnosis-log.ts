import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtCli } from '../test/support/built-cli.ts';
import { type LogKind, writeSampleLog } from './diagnosis/sample-log.ts';
import { measuredRun, median, numberArgument, say } from './measure.ts';

/** How much longer than a bare pass over the lines a diagnosis may take, and what it may need. */
const goals = { ratio: 1.5, mebibytes: 200 } as const;
const rounds = numberArgument('rounds', 7);
const megabytes = numberArgument('megabytes', 100);

const bin = await builtCli();
const folder = mkdtempSync(join(tmpdir(), 'packer-hybrid-bench-'));
const bare = join(folder, 'bare.mjs');
writeFileSync(
  bare,
  `import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
let count = 0;
for await (const _ of createInterface({ input: createReadStream(process.argv[2]) })) count += 1;
`,
);

const kinds: readonly LogKind[] = ['mixed', 'debug', 'packages', 'ansible'];
say(`${rounds} rounds, Node ${process.versions.node}; medians of the whole process`);
say('log          MB   readline   diagnose   ratio   peak MiB');
for (const kind of kinds) {
  const log = join(folder, `${kind}.log`);
  await writeSampleLog(log, megabytes * 1e6, kind);
  const times = { bare: [] as number[], diagnose: [] as number[] };
  const peaks: number[] = [];
  // Taking turns spreads what else the machine does over both.
  for (let round = -1; round < rounds; round += 1) {
    const plain = await measuredRun({ args: [bare, log], cwd: folder });
    const whole = await measuredRun({ args: [bin, 'diagnose', log], cwd: folder });
    if (round < 0) continue;
    times.bare.push(plain.milliseconds);
    times.diagnose.push(whole.milliseconds);
    peaks.push(whole.mebibytes);
  }
  const [plain, whole] = [median(times.bare), median(times.diagnose)];
  say(
    `${kind.padEnd(9)} ${(statSync(log).size / 1e6).toFixed(0).padStart(5)}   ${plain.toFixed(0).padStart(5)} ms   ${whole.toFixed(0).padStart(5)} ms   ${(whole / plain).toFixed(2).padStart(5)}   ${Math.max(
      ...peaks,
    )
      .toFixed(0)
      .padStart(8)}`,
  );
  rmSync(log);
}
rmSync(folder, { recursive: true });
say(`goal: at most ${goals.ratio} times readline and ${goals.mebibytes} MiB`);
