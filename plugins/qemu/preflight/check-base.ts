import { type CheckInput, HybridError, type RunContext, type Target } from 'packer-hybrid';
import type { Bases } from '../bases.ts';

export interface BaseCheck {
  /** Targets whose template starts from the configured base. */
  readonly targets: readonly Target[];
  readonly bases: Bases | undefined;
}

/** Whether the base image that templates ask for is there or can be made. */
export async function checkBase(
  context: RunContext,
  { targets, bases }: BaseCheck,
): Promise<readonly CheckInput[]> {
  if (targets.length === 0) return [];
  if (!bases) return targets.map(unsaid);
  if (await bases.made(context)) {
    return [
      { id: 'qemu/base-image', ok: true, message: 'The base image was made before and is used again.' },
    ];
  }
  if (bases.source.kind === 'debian' && process.getuid?.() !== 0) {
    const { message, remedy } = new HybridError('PH_BASE_ROOT', { suite: bases.source.suite ?? 'stable' });
    return [{ id: 'qemu/base-image', ok: false, message, remedy }];
  }
  const how =
    bases.source.kind === 'debian' ? "from this machine's package sources" : `from ${bases.source.url}`;
  return [{ id: 'qemu/base-image', ok: true, message: `The base image is made ${how} before the build.` }];
}

function unsaid(target: Target): CheckInput {
  return {
    id: 'qemu/base-image',
    ok: false,
    target: target.id,
    message: `${target.packer_name} needs a value for the variable base_image, and nothing gives it one.`,
    remedy:
      "Set `vars: { base_image: '…' }` for the template, or have one made: qemu({ base: { kind: 'debian' } }).",
  };
}
