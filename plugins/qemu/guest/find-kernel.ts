import { attributeValue, type Body, type Json, lacksValue, locate, type TargetContext } from 'packer-hybrid';
import type { BaseImage } from '../base/index.ts';
import type { BootSettings } from '../options.ts';
import type { GuestMachine } from './qemu-args.ts';

export interface KernelSources {
  readonly context: TargetContext;
  readonly body: Body;
  readonly boot: BootSettings;
  readonly base: BaseImage | undefined;
}

type Kernel = Pick<GuestMachine, 'kernel' | 'initrd' | 'kernelArguments'>;

/**
 * Kernel and initial RAM disk for an image that has no boot loader: as configured, as the template's QEMU arguments say,
 * or those of the base. Nothing for an image that boots by itself.
 */
export async function findKernel(sources: KernelSources): Promise<Kernel> {
  const { context, boot, body } = sources;
  const { root } = context.workspace;
  const args = qemuArguments(body);
  const find = async (name: 'kernel' | 'initrd') => {
    const configured = boot[name];
    if (configured) return locate(root, configured);
    const value = args.get(`-${name}`) ?? variableOr(sources, name);
    return value ? locate(context.template.cwd, value) : undefined;
  };
  const kernel = await find('kernel');
  if (!kernel) return {};
  const initrd = await find('initrd');
  const kernelArguments = boot.kernelArguments ?? args.get('-append');
  return { kernel, ...(initrd && { initrd }), ...(kernelArguments && { kernelArguments }) };
}

/** `qemuargs = [["-kernel", "…"], …]`, as far as it is known without Packer. */
function qemuArguments(body: Body): ReadonlyMap<string, string> {
  const value = attributeValue(body, 'qemuargs');
  const rows: readonly Json[] = value.state !== 'unknown' && Array.isArray(value.value) ? value.value : [];
  const pairs = rows.filter(
    (row): row is readonly [string, string] =>
      Array.isArray(row) && typeof row[0] === 'string' && typeof row[1] === 'string',
  );
  return new Map(pairs.map(([name, text]) => [name, text]));
}

/** What a declared variable stands for: the user's value, else that of the base. */
function variableOr({ context, base }: KernelSources, name: 'kernel' | 'initrd'): string | undefined {
  const variable = context.template.variables.find((candidate) => candidate.name === name);
  if (!variable) return undefined;
  if (lacksValue(variable)) return base?.[name];
  const { value } = variable;
  return value.state !== 'unknown' && typeof value.value === 'string' ? value.value : undefined;
}
