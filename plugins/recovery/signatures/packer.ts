import type { FailureSignature } from 'packer-hybrid';

/** What Packer says of itself and of its plugins. */
export const packer: readonly FailureSignature[] = [
  {
    cause: 'user-cancelled',
    patterns: [
      /\b[Bb]uild was cancelled/,
      /^Cancelling build after receiving/,
      /Cleanly cancelled builds/,
      /^(?:Error: )?The operation was cancell?ed|received (?:SIGINT|SIGTERM|interrupt)|Interrupt signal received/,
    ],
  },
  { cause: 'packer-killed', place: 'anywhere', patterns: [/^Packer was killed before it could end itself/] },
  {
    cause: 'plugin-crash',
    place: 'anywhere',
    patterns: [
      /^(?:\S+: )?panic: (?:runtime error|interface conversion|.+ \[recovered\]|assignment to entry|reflect|invalid|send on|close of|index|nil)/,
      /!+ PACKER CRASH !+|Packer crashed! This is always/,
      /^Plugin (?:crashed|did not respond)|PLUGIN CRASHED|plugin crashed!/,
      /^fatal error: (?:all goroutines|concurrent map|unexpected signal)|goroutine \d+ \[(?:running|IO wait|select)\]:|\[signal SIG(?:SEGV|BUS)/,
      /(?:\/pkg\/mod\/|\/go\/src\/|\/hashicorp\/)\S*\.go:\d+ \+0x[0-9a-f]+/,
      {
        match: /errored(?: after [^:]+)?: unexpected EOF$|^unexpected EOF$/,
        place: 'packer',
        confidence: 0.6,
      },
    ],
  },
  {
    cause: 'plugin-missing',
    patterns: [
      {
        match:
          /fork\/exec \S*packer-(?:builder|provisioner|post-processor|plugin)-\S+: (?:no such file|permission denied|exec format)/,
        retryable: false,
        action: 'none',
        remedy:
          'Install a build of the plugin for this system; its file is there no more, or cannot run here.',
      },
      /^(?:Error: )?Missing plugins|The following plugins are required, but not installed/,
      /Unknown (?:builder|source|provisioner|post-processor|data ?source) (?:type )?"?[\w-]+"?$/,
      /is unknown by Packer, and is likely part of a plugin that is not installed/,
      /Unknown (?:builder|source|provisioner|post-processor|data ?source) type /,
      /(?:[Bb]uilder|[Pp]rovisioner|[Pp]ost-processor) (?:type )?(?:not found|'?[\w-]+'? (?:not found|is unknown))|Did you run packer init/,
    ],
  },
  {
    cause: 'plugin-version-unavailable',
    unless: /rate limit|\b403\b/,
    patterns: [
      /no release version found for the/,
      /could not find a local nor a remote checksum for plugin/,
      /could not get (?:a )?(?:sha256 )?checksum file for \S+ version|Is the file present on the release and correctly named/,
      /(?:no|could not find) (?:a )?(?:matching|compatible|suitable) (?:release|version|plugin|binary).*(?:plugin|platform|constraint|version)/i,
      /(?:[Ff]ailed|[Ee]rror) (?:getting|fetching|listing) .*plugin.*(?:404|[Nn]ot [Ff]ound)|could not get (?:a )?(?:sha256 )?checksum.*plugin/,
    ],
  },
  {
    cause: 'plugin-init-rate-limited',
    place: 'packer',
    patterns: [
      /Plugin host rate limited|rate limited the plugin getter|getting a plugin got rate limited|Set the PACKER_GITHUB_API_TOKEN env var/,
      /(?:GitHub|github\.com).*rate limit|rate limit.*(?:GitHub|github)|API rate limit (?:of \d+ )?(?:still )?(?:hit|exceeded)|403 API rate limit/,
    ],
  },
  {
    cause: 'version-incompatible',
    patterns: [
      /Incompatible API version with plugin|[Ii]ncompatible (?:protocol|API|plugin) version|Unsupported plugin protocol/,
      /[Uu]nsupported Packer [Cc]ore version|Unsupported version of Packer|does not (?:support|match).*required_version|[Pp]acker core .*(?:API|version).*(?:required|incompatible|does not)/,
      /[Pp]lugin .*(?:requires|needs) (?:at least )?(?:a )?(?:newer )?Packer|incompatible with this version of Packer|This configuration does not support Packer version/,
    ],
  },
];
