import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtCli } from '../test/support/built-cli.ts';
import { packerEnvironment } from '../test/support/packer-environment.ts';
import { type TestPacker, toolchain } from '../test/toolchain/toolchain.ts';
import { median, millisecondsOf, numberArgument, say } from './measure.ts';
import { filesPerTemplate, writeTemplates } from './sample-repository.ts';

/** How many times quicker than Packer itself an analysis should be. */
const goals = { validate: 40, 'validate -syntax-only': 4 } as const;
const rounds = numberArgument('rounds', 5);
const files = numberArgument('files', 100);

const bin = await builtCli();
const folder = mkdtempSync(join(tmpdir(), 'packer-hybrid-bench-'));
const templates = writeTemplates(folder, Math.ceil(files / filesPerTemplate));
const whole = [bin, 'analyze', '--fail-on', 'none', '--format', 'json'];

/** What Packer needs for the same templates: it takes one at a time. */
async function packerMilliseconds(packer: TestPacker, options: readonly string[]): Promise<number> {
  let sum = 0;
  for (const cwd of templates) {
    const args = ['validate', ...options, '.'];
    sum += await millisecondsOf({ command: packer.path, args, cwd, env: packerEnvironment(packer) });
  }
  return sum;
}

async function repeated(measure: () => Promise<number>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) times.push(await measure());
  return median(times);
}

const ours = await repeated(() => millisecondsOf({ command: process.execPath, args: whole, cwd: folder }));
say(
  `${templates.length} templates with ${templates.length * filesPerTemplate} files, ${rounds} rounds; medians`,
);
say(`analyze, whole process            ${ours.toFixed(0).padStart(7)} ms`);
const { packers } = await toolchain();
for (const packer of packers) {
  for (const [name, options] of [
    ['validate', []],
    ['validate -syntax-only', ['-syntax-only']],
  ] as const) {
    const theirs = await repeated(() => packerMilliseconds(packer, options));
    const label = `Packer ${packer.version} ${name}`.padEnd(33);
    say(
      `${label} ${theirs.toFixed(0).padStart(7)} ms   ${(theirs / ours).toFixed(1)} ×, goal ${goals[name]} ×`,
    );
  }
}
rmSync(folder, { recursive: true, force: true });
