import type { PreflightContext } from '../plugin/index.ts';
import type { CheckInput, Target } from '../schema/index.ts';

export interface PlatformTargets {
  /** Id of the platform whose targets are checked. */
  readonly platform: string;
  /** What the platform does not do yet, told once when it has any target. */
  readonly limits: string;
}

/** Reports the checks of every target of a platform, each under the target's own name. */
export async function checkTargets(
  context: PreflightContext,
  { platform, limits }: PlatformTargets,
  checksOf: (target: Target) => Promise<readonly CheckInput[]>,
): Promise<void> {
  const targets = context.targets.filter((target) => target.platform === platform);
  if (targets.length === 0) return;
  context.emit({ type: 'note', text: limits });
  for (const target of targets) {
    for (const check of await checksOf(target)) context.report({ ...check, target: target.id });
  }
}
