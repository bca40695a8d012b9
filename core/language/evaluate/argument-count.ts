import type { Call } from '../syntax/expression.ts';
import { Refusal } from '../values/index.ts';
import type { FunctionSpec } from './functions/spec.ts';

/** Refuses a call with too few or too many arguments. */
export function checkCount(
  { name, args, range }: Call,
  { params, variadic }: FunctionSpec,
  given: number,
): void {
  const names = [...params.map((one) => one.name), ...(variadic ? [`${variadic.name}...`] : [])].join(', ');
  const usage = `Use it as ${name}(${names}).`;
  if (given < params.length) {
    const missing = params[given]?.name ?? '';
    throw new Refusal(
      'type',
      `${name} takes ${counted(params.length)}: "${missing}" is missing. ${usage}`,
      range,
    );
  }
  if (variadic || given <= params.length) return;
  const first = args[Math.min(params.length, args.length - 1)];
  const message = `${name} takes ${counted(params.length)}, here are ${given}. ${usage}`;
  throw new Refusal('type', message, first?.range ?? range);
}

function counted(count: number): string {
  if (count === 0) return 'no arguments';
  return count === 1 ? 'one argument' : `${count} arguments`;
}
