import { resolve } from 'node:path';
import type { PolicySettings } from '../plugin/index.ts';
import type { EnvironmentOverlay } from './schema.ts';

/** What the command line sets over everything else. */
export interface ConfigOverrides {
  readonly concurrency?: number;
  readonly install?: 'auto' | 'never';
  /** Paths relative to the working directory; they replace the configured templates, whose values they keep. */
  readonly templates?: readonly string[];
  readonly gate?: PolicySettings['gate'];
  /** A version or range of Packer. */
  readonly packer?: string;
  /** The Packer program itself, relative to the working directory. */
  readonly packerPath?: string;
}

/** The overrides as a layer of settings; templates are merged apart. */
export function overrideLayer(
  overrides: ConfigOverrides,
  cwd: string,
): Omit<EnvironmentOverlay, 'templates'> {
  const { concurrency, gate, install, packer, packerPath } = overrides;
  const toolchain = {
    ...(install === undefined ? {} : { install }),
    ...(packer === undefined ? {} : { packer }),
    ...(packerPath === undefined ? {} : { path: resolve(cwd, packerPath) }),
  };
  return {
    ...(concurrency === undefined ? {} : { concurrency: { total: concurrency } }),
    ...(gate === undefined ? {} : { policy: { gate } }),
    ...(Object.keys(toolchain).length === 0 ? {} : { toolchain }),
  };
}
