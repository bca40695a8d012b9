import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtCli } from '../test/support/built-cli.ts';
import { median, millisecondsOf, numberArgument, say } from './measure.ts';

/** How much slower than Node alone the quick answers may be. */
const goal = 1.5;
const rounds = numberArgument('rounds', 21);

const bin = await builtCli();
const empty = join(mkdtempSync(join(tmpdir(), 'packer-hybrid-bench-')), 'empty.mjs');
writeFileSync(empty, '');

const calls = { 'bare node': [empty], '--version': [bin, '--version'], '--help': [bin, '--help'] } as const;
const times = new Map<string, number[]>(Object.keys(calls).map((name) => [name, []]));
// Taking turns spreads what else the machine does over all of them.
for (let round = -1; round < rounds; round += 1) {
  for (const [name, args] of Object.entries(calls)) {
    const took = await millisecondsOf({ command: process.execPath, args });
    if (round >= 0) times.get(name)?.push(took);
  }
}

const base = median(times.get('bare node') ?? []);
say(`${rounds} rounds, Node ${process.versions.node}; medians; goal: at most ${goal} × bare node`);
for (const [name, values] of times) {
  const value = median(values);
  say(`${name.padEnd(12)} ${value.toFixed(1).padStart(7)} ms   ${(value / base).toFixed(2)} ×`);
}
