import { closestTo, HybridError } from '../core/errors/index.ts';
import { type Token, tokensOf } from './command-line.ts';
import type { ArgumentSpec, CommandSpec, OptionSpec } from './command-spec.ts';
import type { ParsedOptions } from './invocation.ts';

type OptionToken = Extract<Token, { kind: 'option' }>;

/** Checks a command line against the command's table entry; every mistake is answered with what is allowed. */
export function parseOptions(
  spec: CommandSpec,
  argv: readonly string[],
): { readonly args: readonly string[]; readonly options: ParsedOptions } {
  const given = new Map<string, string[]>();
  const args: string[] = [];
  for (const token of tokensOf(argv, spec.options)) {
    if (token.kind === 'positional') args.push(token.value);
    if (token.kind !== 'option') continue;
    const option = knownOption(spec, token);
    const values = checkedValues(spec, option, token);
    given.set(option.name, option.list ? [...(given.get(option.name) ?? []), ...values] : values);
  }
  checkArguments(spec, args);
  return { args, options: asOptions(given) };
}

function asOptions(given: ReadonlyMap<string, readonly string[]>): ParsedOptions {
  return {
    has: (name) => given.has(name),
    value: (name) => given.get(name)?.at(-1),
    list: (name) => given.get(name) ?? [],
  };
}

function knownOption(spec: CommandSpec, token: OptionToken): OptionSpec {
  const option = spec.options.find(({ name }) => name === token.name);
  if (option) return option;
  const names = spec.options.map(({ name }) => `--${name}`);
  throw new HybridError('PH_USAGE_OPTION', {
    command: spec.name,
    problem: `\`packer-hybrid ${spec.name}\` has no option ${token.rawName}.`,
    didYouMean: closestTo(token.rawName, names),
  });
}

function checkedValues(spec: CommandSpec, option: OptionSpec, token: OptionToken): string[] {
  if (option.value === undefined) {
    if (token.value === undefined) return [];
    throw usage(spec, `${token.rawName} is a switch and takes no value (got "${token.value}").`);
  }
  if (option.optional && token.value === undefined) return [];
  const values = (option.list ? (token.value ?? '').split(',') : [token.value ?? '']).filter(Boolean);
  const swallowed = token.value?.startsWith('-') === true && token.inlineValue === false;
  if (values.length === 0 || swallowed) {
    throw usage(
      spec,
      `${token.rawName} needs a value: ${option.choices?.join(', ') ?? `<${option.value}>`}.`,
    );
  }
  for (const value of values) checkChoice(token.rawName, value, option.choices);
  return values;
}

function checkChoice(what: string, value: string, choices: readonly string[] | undefined): void {
  if (choices === undefined || choices.includes(value)) return;
  throw new HybridError('PH_USAGE_VALUE', {
    what,
    value,
    allowed: choices,
    didYouMean: closestTo(value, choices),
  });
}

function checkArguments(spec: CommandSpec, args: readonly string[]): void {
  const missing = spec.arguments.filter(({ required }) => required)[args.length];
  if (missing)
    throw usage(spec, `\`packer-hybrid ${spec.name}\` needs <${missing.name}>. ${missing.summary}`);
  const surplus = spec.arguments.at(-1)?.variadic ? undefined : args[spec.arguments.length];
  if (surplus !== undefined) {
    throw usage(spec, `\`packer-hybrid ${spec.name}\` does not know what to do with "${surplus}".`);
  }
  for (const [position, { name, choices }] of spec.arguments.entries() as Iterable<[number, ArgumentSpec]>) {
    const value = args[position];
    if (value !== undefined) checkChoice(`<${name}>`, value, choices);
  }
}

function usage(spec: CommandSpec, problem: string): HybridError {
  return new HybridError('PH_USAGE_OPTION', { command: spec.name, problem });
}
