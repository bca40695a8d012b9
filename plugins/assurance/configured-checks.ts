import type { Guest, Target, ValidationEvidenceInput } from 'packer-hybrid';
import type { GuestCheck } from './options.ts';

/** The checks that are meant for a target. */
export function checksFor(target: Target, checks: readonly GuestCheck[]): readonly GuestCheck[] {
  const names: readonly string[] = [target.packer_name, target.id];
  return checks.filter(({ only }) => !only || only.some((name) => names.includes(name)));
}

/** Runs one configured check inside a guest. */
export async function runCheck(
  guest: Guest,
  check: GuestCheck,
  signal: AbortSignal,
): Promise<ValidationEvidenceInput> {
  const { name, dimension, required, weight, timeoutMs } = check;
  const result = await guest.exec(check.run, { signal, timeoutMs });
  signal.throwIfAborted();
  const problem = problemOf(check, result);
  return {
    id: `guest/check/${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`,
    dimension,
    score: problem ? 0 : 1,
    weight,
    required,
    detail: problem ? `${name}: ${problem}` : `${name}: as expected.`,
  };
}

type Result = Awaited<ReturnType<Guest['exec']>>;

function problemOf({ expect, timeoutMs }: GuestCheck, result: Result): string | undefined {
  const said = lastLines(result.stderrTail) || lastLines(result.stdoutTail) || 'it said nothing';
  if (result.ended === 'timeout') return `no answer within ${timeoutMs} ms`;
  if (result.ended !== 'exit') return `the command could not be run (${result.ended})`;
  if (result.exitCode !== 0) return `the command ended with ${result.exitCode}: ${said}`;
  if (expect === undefined || meets(result.stdoutTail, expect)) return undefined;
  return `expected ${typeof expect === 'string' ? JSON.stringify(expect) : expect}, got: ${lastLines(result.stdoutTail) || 'nothing'}`;
}

function meets(output: string, expected: string | RegExp): boolean {
  if (typeof expected === 'string') return output.includes(expected);
  // A global expression remembers where it stopped; a copy starts anew.
  return new RegExp(expected).test(output);
}

function lastLines(text: string): string {
  return text.trim().split('\n').slice(-5).join('\n');
}
