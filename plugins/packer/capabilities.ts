import semver from 'semver';

/** How well a claim about a range of versions is founded. */
export type Proof = 'ran' | 'recordings' | 'documented';

/** What one range of Packer versions can do. */
export interface Capabilities {
  readonly versions: string;
  /** `full`, or `reduced`: plugins are built in, so `required_plugins` is kept out of what Packer reads. */
  readonly mode: 'full' | 'reduced';
  readonly proof: Proof;
  /** `packer init` exists and `required_plugins` is known. */
  readonly init: boolean;
  /** `packer plugins installed` exists. */
  readonly listPlugins: boolean;
  /** Plugins of HashiCorp come with the program. */
  readonly bundledPlugins: boolean;
  /** `-only` with a name that does not exist ends with an error; before, Packer did nothing and ended with 0. */
  readonly checksOnly: boolean;
}

const modern = {
  mode: 'full',
  init: true,
  listPlugins: true,
  bundledPlugins: false,
  checksOnly: true,
} as const;

/** First match wins; what is not listed is not supported. */
export const capabilityTable: readonly Capabilities[] = [
  {
    versions: '>=1.6.0 <1.7.0',
    mode: 'reduced',
    proof: 'ran',
    init: false,
    listPlugins: false,
    bundledPlugins: true,
    checksOnly: false,
  },
  { ...modern, versions: '>=1.7.0 <1.9.5', proof: 'documented', listPlugins: false, bundledPlugins: true },
  { ...modern, versions: '>=1.9.5 <1.11.2', proof: 'documented', bundledPlugins: false },
  { ...modern, versions: '1.11.2', proof: 'ran' },
  { ...modern, versions: '>1.11.2 <1.16.0', proof: 'documented' },
  { ...modern, versions: '1.16.0', proof: 'recordings' },
  { ...modern, versions: '>1.16.0 <2.0.0', proof: 'documented' },
];

/** Releases that a range in `toolchain.packer` is looked up in, oldest first. */
export const knownReleases = ['1.9.5', '1.10.3', '1.11.2', '1.12.0', '1.13.1', '1.14.0', '1.16.0'] as const;

/** What is installed when nothing else is asked for. */
export const newestRelease = '1.16.0';

/** For messages: the versions that work. */
export const supportedVersions = ['1.6.x (reduced: plugins are built in)', '1.7 to 1.16'] as const;

/** What a version can do, or undefined when it is not supported. */
export function capabilitiesOf(version: string): Capabilities | undefined {
  const parsed = semver.parse(version, { loose: true });
  if (!parsed) return undefined;
  const release = `${parsed.major}.${parsed.minor}.${parsed.patch}`;
  return capabilityTable.find((each) => semver.satisfies(release, each.versions));
}
