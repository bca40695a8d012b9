import { type CheckInput, checkFiles, type PluginApi, type PreflightContext } from 'packer-hybrid';
import { type CatalogUse, isSwitchedOff, usesOf } from './catalog-use.ts';
import { checkManifests } from './check-manifests.ts';
import { findManifests } from './find-manifests.ts';
import { findPuppet } from './find-puppet.ts';
import type { PuppetOptions } from './options.ts';
import { keyFiles, provisioner } from './provisioner.ts';

type Api = PluginApi<PuppetOptions>;

/** Checks what the puppet provisioners of the selected targets bring; does nothing where there are none. */
export async function preflight(context: PreflightContext, api: Api): Promise<void> {
  const uses = context.targets.flatMap((target) => usesOf(context.templateOf(target), target));
  const active = uses.filter(({ template }) => !isSwitchedOff(template));
  const report = reporter(context);
  for (const use of uses) if (!active.includes(use)) report(use, [switchedOff]);
  if (active.length === 0) return;
  const parser = await findPuppet(context, api);
  for (const use of active) {
    report(use, parser.checks);
    report(use, await checkUse(use));
  }
  if (parser.program) await readManifests(context, { active, report, program: parser.program, api });
}

const switchedOff: CheckInput = {
  id: 'puppet/switch',
  ok: true,
  message: 'Puppet is switched off: `enable_puppet` is false.',
};

/** Several provisioners of one target may find the same: each check is reported once per target. */
function reporter(context: PreflightContext): (use: CatalogUse, checks: readonly CheckInput[]) => void {
  const reported = new Set<string>();
  return ({ target }, checks) => {
    for (const check of checks) {
      const key = `${target.id}\n${check.id}\n${check.message}`;
      if (reported.has(key)) continue;
      reported.add(key);
      context.report({ ...check, target: target.id });
    }
  };
}

function checkUse({ template, component }: CatalogUse): Promise<readonly CheckInput[]> {
  const attributes = [...provisioner.fileAttributes, ...keyFiles];
  return checkFiles(component.body, { id: 'puppet/files', template, attributes });
}

interface Reading {
  readonly active: readonly CatalogUse[];
  readonly report: (use: CatalogUse, checks: readonly CheckInput[]) => void;
  readonly program: string;
  readonly api: Api;
}

/** Targets that share manifests share their check: Puppet takes seconds to start. */
async function readManifests(
  context: PreflightContext,
  { active, report, program, api }: Reading,
): Promise<void> {
  const known = new Map<string, Promise<readonly CheckInput[]>>();
  for (const use of active) {
    const manifests = await findManifests(use);
    if (manifests.length === 0) continue;
    const key = manifests.join('\n');
    const timeoutMs = api.options.timeout * 1_000;
    const checks = known.get(key) ?? checkManifests(context, { program, manifests, timeoutMs });
    known.set(key, checks);
    report(use, await checks);
  }
}
