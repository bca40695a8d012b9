import {
  checkFiles,
  type PreflightContext,
  readAttribute,
  type Target,
  type Toolchain,
  targetBody,
} from 'packer-hybrid';
import type { ChooseAccelerator } from '../accelerators.ts';
import { type Bases, startsFromBase } from '../bases.ts';
import type { Accelerator } from '../kvm/index.ts';
import type { QemuOptions } from '../options.ts';
import { platform } from '../platform.ts';
import { checkAccelerator, describeAccelerator } from './check-accelerator.ts';
import { checkBase } from './check-base.ts';
import { checkSource } from './check-source.ts';
import { checkSpace } from './check-space.ts';
import { needsOf } from './needs.ts';

export interface PreflightParts {
  readonly options: QemuOptions;
  readonly bases: Bases | undefined;
  readonly choose: ChooseAccelerator;
  readonly toolchain: Toolchain;
}

/** Reports what can be known of QEMU targets before Packer runs, and gets the programs that they need. */
export async function preflight(context: PreflightContext, parts: PreflightParts): Promise<void> {
  const targets = context.targets.filter((target) => target.platform === platform.id);
  if (targets.length === 0) return;
  const fromBase = targets.filter((target) => startsFromBase(context.templateOf(target)));
  for (const check of await parts.toolchain.ensure(needsFor(context, targets, parts), context)) {
    context.report(check);
  }
  for (const check of await checkBase(context, { targets: fromBase, bases: parts.bases })) {
    context.report(check);
  }
  const chosen = await parts.choose(context);
  context.report(describeAccelerator(chosen));
  context.report(
    await checkSpace(context, { targets, bases: fromBase.length > 0 ? parts.bases : undefined }),
  );
  for (const target of targets) await reportTarget(context, target, chosen);
}

function needsFor(context: PreflightContext, targets: readonly Target[], { options, bases }: PreflightParts) {
  const templates = targets.map((target) => context.templateOf(target));
  const byPassword = targets.some((target) => {
    const template = context.templateOf(target);
    const password = readAttribute(template, targetBody(template, target), 'ssh_password');
    return password.state === 'set' || password.state === 'secret';
  });
  return needsOf({
    base: templates.some(startsFromBase) ? bases?.source : undefined,
    boots: options.boot.enabled,
    byPassword: byPassword || options.boot.password !== undefined,
  });
}

async function reportTarget(context: PreflightContext, target: Target, chosen: Accelerator): Promise<void> {
  const template = context.templateOf(target);
  const body = targetBody(template, target);
  const source = { template, body, target };
  const files = await checkFiles(body, {
    id: 'qemu/files',
    template,
    attributes: [...platform.fileAttributes, 'iso_url', 'iso_urls', 'ssh_private_key_file'],
  });
  const checks = [...files, ...checkAccelerator(source, chosen), ...(await checkSource(source, context))];
  for (const check of checks) context.report({ ...check, target: target.id });
}
