import { delimiter, dirname } from 'node:path';
import type { TestPacker } from '../toolchain/toolchain.ts';

const foreign = /^(VITEST|NODE_ENV$|NODE_OPTIONS$|TEST$|PACKER_|PKR_VAR_|npm_|CI$|GITHUB_ACTIONS$)/;

/** This process's environment without what the test runner added, with this Packer first on PATH. */
export function packerEnvironment(packer: TestPacker | undefined): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  const env: NodeJS.ProcessEnv = { ...Object.fromEntries(kept), CHECKPOINT_DISABLE: '1' };
  if (!packer) return env;
  const path = [dirname(packer.path), env.PATH ?? ''].join(delimiter);
  return { ...env, PATH: path, ...(packer.pluginPath && { PACKER_PLUGIN_PATH: packer.pluginPath }) };
}
