import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtCli } from '../test/support/built-cli.ts';
import { busyboxGuest } from '../test/support/guest/busybox-guest.ts';
import { packerEnvironment } from '../test/support/packer-environment.ts';
import { qemuTemplate, shellProvisioner } from '../test/support/qemu-template.ts';
import { type TestPacker, toolchain } from '../test/toolchain/toolchain.ts';
import { median, millisecondsOf, numberArgument, say } from './measure.ts';

/** The share of a build's time that the product may add. */
const goal = 0.02;
const rounds = numberArgument('rounds', 3);
/** How long the provisioner works. */
const seconds = numberArgument('seconds', 25);

const bin = await builtCli();
const { packers } = await toolchain();
const template = process.argv.includes('--qemu') ? await machine() : timer();

/** A build whose own time is always the same, so that what is left is the product's. */
function timer(): string {
  return `
source "null" "timer" { communicator = "none" }
build {
  sources = ["source.null.timer"]
  provisioner "shell-local" { inline = ["sleep ${seconds}"] }
}
`;
}

/** A real machine; Packer's waits for SSH vary by seconds from build to build. */
async function machine(): Promise<string> {
  const guest = await busyboxGuest();
  if ('missing' in guest) throw new Error(guest.missing);
  return qemuTemplate({ guest, provisioners: shellProvisioner(`sleep ${seconds}`) });
}

/** One build in a new folder, so that neither way finds what the other left. */
async function buildOnce(command: string, args: readonly string[], packer: TestPacker): Promise<number> {
  const cwd = mkdtempSync(join(tmpdir(), 'packer-hybrid-bench-'));
  writeFileSync(join(cwd, 'bench.pkr.hcl'), template);
  const took = await millisecondsOf({ command, args, cwd, env: packerEnvironment(packer) });
  rmSync(cwd, { recursive: true, force: true });
  return took;
}

for (const packer of packers) {
  const raw: number[] = [];
  const product: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    raw.push(await buildOnce(packer.path, ['build', '.'], packer));
    product.push(await buildOnce(process.execPath, [bin, 'run', '--until', 'build'], packer));
  }
  const [plain, whole] = [median(raw), median(product)];
  say(`Packer ${packer.version}, ${rounds} rounds; medians; goal: at most ${(goal * 100).toFixed(0)} % more`);
  say(`packer build               ${(plain / 1_000).toFixed(2)} s`);
  say(`run --until build          ${(whole / 1_000).toFixed(2)} s`);
  say(
    `overhead                   ${(whole - plain).toFixed(0)} ms, ${((whole / plain - 1) * 100).toFixed(1)} %`,
  );
}
