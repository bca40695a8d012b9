import type { SettingPath } from './setting-path.ts';

/** What a configuration file says, as it says it. */
export interface LoadedFile {
  readonly value: unknown;
  /** The line of a value, where the format tells. */
  readonly lineOf: (path: SettingPath) => number | undefined;
}
