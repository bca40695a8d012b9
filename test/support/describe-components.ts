import { toolchain } from '../toolchain/toolchain.ts';
import { busyboxGuest } from './guest/busybox-guest.ts';
import { runProgram } from './run-program.ts';

/** Programs whose versions matter to a reader of the test output, and how each is asked. */
const programs: readonly (readonly [string, ...(readonly string[])])[] = [
  ['node', '--version'],
  ['npm', '--version'],
  ['go', 'version'],
  ['qemu-system-x86_64', '--version'],
  ['qemu-img', '--version'],
  ['ansible', '--version'],
  ['puppet', '--version'],
  ['mmdebstrap', '--version'],
  ['git', '--version'],
  ['ssh', '-V'],
];

/** One line per real component that the end-to-end tests use here, then what is left out and why. */
export async function describeComponents(): Promise<string> {
  const { packers, vcenter, missing } = await toolchain();
  const guest = await busyboxGuest();
  const left = [...missing, ...('missing' in guest ? [{ what: 'QEMU builds', why: guest.missing }] : [])];
  return [
    'Real components in use:',
    ...packers.map(({ version, origin, plugins }) =>
      line('packer', `${version}, ${origin}${plugins.length > 0 ? ` with ${plugins.join(', ')}` : ''}`),
    ),
    ...(vcenter ? [line('vcenter', 'simulator of govmomi 0.52.0')] : []),
    ...('missing' in guest ? [] : [line('guest', `busybox on ${guest.kernelVersion}`)]),
    ...(await Promise.all(programs.map(async ([name, ...args]) => line(name, await versionOf(name, args))))),
    ...(left.length > 0 ? ['Left out:', ...left.map(({ what, why }) => line(what, why))] : []),
  ].join('\n');
}

async function versionOf(name: string, args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await runProgram(name, args);
  if (code === null) return 'not installed';
  return (String(stdout).trim() || stderr.trim()).split('\n')[0] ?? '';
}

function line(name: string, text: string): string {
  return `  ${name.padEnd(20)} ${text}`;
}
