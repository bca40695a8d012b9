/** What a Packer process finds in its environment beside that of the user. */
export interface EnvironmentOptions {
  /** Name of the environment that is built, as `HYBRIDCORE_ENV`. */
  readonly name: string;
  readonly cacheDir?: string | undefined;
  readonly tmpDir?: string | undefined;
  readonly debugLog: boolean;
  readonly variables: Readonly<Record<string, string>>;
}

/** Variables of the user's environment whose values are never shown. */
export const secretVariables = ['PACKER_GITHUB_API_TOKEN', 'HCP_CLIENT_SECRET'] as const;

/**
 * The changes to the environment; `undefined` takes a variable away. `PACKER_LOG_PATH` has to go: Packer would write
 * secrets to disk itself, past every mask. `PACKER_PLUGIN_PATH` and `PACKER_CONFIG_DIR` stay the user's.
 */
export function packerEnvironment(options: EnvironmentOptions): Readonly<Record<string, string | undefined>> {
  return {
    CHECKPOINT_DISABLE: '1',
    HYBRIDCORE_ENV: options.name,
    PACKER_LOG: options.debugLog ? '1' : undefined,
    PACKER_LOG_PATH: undefined,
    PACKER_NO_COLOR: '1',
    ...(options.cacheDir ? { PACKER_CACHE_DIR: options.cacheDir } : {}),
    ...(options.tmpDir ? { TMPDIR: options.tmpDir } : {}),
    ...options.variables,
  };
}
