import type { ToolchainSettings } from 'packer-hybrid';
import semver from 'semver';
import { capabilitiesOf, knownReleases, newestRelease } from '../capabilities.ts';

/** Which Packer is asked for. */
export interface Wanted {
  /** As the configuration says it, for messages. */
  readonly said: string;
  /** Set when exactly one version will do. */
  readonly exact: string | undefined;
  /** The version that is downloaded when none is there. */
  readonly download: string;
  accepts(version: string): boolean;
}

/** Reads `toolchain.packer`: an exact version, a range, or nothing, which means any supported version. */
export function wantedVersion(setting: ToolchainSettings['packer']): Wanted {
  const exact = semver.valid(setting) ?? undefined;
  if (exact) return { said: exact, exact, download: exact, accepts: (version) => semver.eq(version, exact) };
  if (setting === undefined) {
    const accepts = (version: string) => capabilitiesOf(version) !== undefined;
    return { said: 'any supported version', exact: undefined, download: newestRelease, accepts };
  }
  const download =
    semver.maxSatisfying(knownReleases, setting) ?? semver.minVersion(setting)?.version ?? newestRelease;
  return {
    said: setting,
    exact: undefined,
    download,
    accepts: (version) => semver.satisfies(version, setting, { includePrerelease: true }),
  };
}
