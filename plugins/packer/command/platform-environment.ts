import type { RunContext, Target } from 'packer-hybrid';
import type { Engine } from '../engine.ts';

/** Variables of the environment that the platforms of these targets give Packer; what the user's own environment sets wins. */
export async function platformEnvironment(
  { find }: Pick<Engine, 'find'>,
  context: RunContext,
  targets: readonly Target[],
): Promise<Readonly<Record<string, string>>> {
  const given: Record<string, string> = {};
  for (const target of targets) {
    const offered = (await find(`variables/${target.platform}`)?.environment?.(target, context)) ?? {};
    for (const [name, value] of Object.entries(offered)) {
      if (process.env[name] === undefined) given[name] ??= value;
    }
  }
  return given;
}
