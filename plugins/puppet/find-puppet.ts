import { type CheckInput, locate, type PluginApi, type PreflightContext } from 'packer-hybrid';
import type { PuppetOptions } from './options.ts';
import { need } from './provisioner.ts';

/** Where Puppet's own packages put it, outside of the usual PATH. */
const vendorFolder = '/opt/puppetlabs/bin';

export interface Parser {
  readonly program: string | undefined;
  readonly checks: readonly CheckInput[];
}

/** Finds the program that reads manifests; only when the options require it, a missing one is installed or a failure. */
export async function findPuppet(context: PreflightContext, api: PluginApi<PuppetOptions>): Promise<Parser> {
  if (api.options.parser === 'never') return { program: undefined, checks: [] };
  const program = await findHere(context);
  if (program)
    return { program, checks: [{ id: 'puppet/parser', ok: true, message: 'Puppet is installed.' }] };
  const toolchain = api.find('toolchain');
  if (api.options.parser === 'required' && toolchain) {
    const checks = await toolchain.ensure([need], context);
    return { program: await findHere(context), checks };
  }
  const install = await toolchain?.installCommand([need]);
  return { program: undefined, checks: [unread(api.options.parser, install)] };
}

async function findHere(context: PreflightContext): Promise<string | undefined> {
  return (await context.processes.find(need.program)) ?? locate(vendorFolder, need.program);
}

function unread(parser: PuppetOptions['parser'], install: string | undefined): CheckInput {
  return {
    id: 'puppet/parser',
    ok: false,
    severity: parser === 'required' ? 'critical' : 'low',
    message: 'Manifests were not read before the build, because Puppet is not installed here.',
    remedy: install ? `Install it with \`${install}\`.` : 'Install the package puppet or puppet-agent.',
  };
}
