import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { TargetContext, Template, VariableProvider } from 'packer-hybrid';
import type { ChooseAccelerator } from './accelerators.ts';
import { type Bases, startsFromBase } from './bases.ts';

/** Names of variables that this plugin gives values to, where a template declares them. */
export const providedVariables = [
  'base_image',
  'base_checksum',
  'kernel',
  'initrd',
  'seed',
  'ssh_private_key',
  'accelerator',
  'output_directory',
] as const;

export interface VariableSources {
  readonly bases: Bases | undefined;
  readonly choose: ChooseAccelerator;
}

/** Gives a template its base image, the accelerator that works here, and a folder of its own to build in. */
export function qemuVariables({ bases, choose }: VariableSources): VariableProvider {
  return {
    // The base alone decides how an image comes out; accelerator and folder only decide how it is made.
    async fingerprint(target, context) {
      return bases && startsFromBase(context.templateOf(target)) ? bases.fingerprint() : undefined;
    },
    async resolve(context) {
      const values = {
        ...(await baseValues(context, bases)),
        ...(declares(context.template, 'accelerator') && {
          accelerator: (await choose(context)).accelerator,
        }),
        output_directory: await freeFolder(outputFolder(context)),
      };
      return declared(context.template, values);
    },
  };
}

async function baseValues(
  context: TargetContext,
  bases: Bases | undefined,
): Promise<Readonly<Record<string, string | undefined>>> {
  if (!bases || !startsFromBase(context.template)) return {};
  const base = await bases.get(context);
  return {
    base_image: base.disk,
    base_checksum: base.checksum,
    kernel: base.kernel,
    initrd: base.initrd,
    seed: base.seed,
    ssh_private_key: base.privateKey,
  };
}

function declares(template: Template, name: string): boolean {
  return template.variables.some((variable) => variable.name === name);
}

function declared(
  template: Template,
  values: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> {
  const given: Record<string, string> = {};
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined && declares(template, name)) given[name] = value;
  }
  return given;
}

function outputFolder({ workspace, target, run }: TargetContext): string {
  return join(workspace.root, 'output', target.slug, run.id);
}

/** Packer refuses a folder that exists, as one does after an attempt whose remains were kept. */
async function freeFolder(folder: string): Promise<string> {
  for (let attempt = 1; ; attempt += 1) {
    const candidate = attempt === 1 ? folder : `${folder}-${attempt}`;
    if (!(await isThere(candidate))) return candidate;
  }
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
