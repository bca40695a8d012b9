import type { FailureSignature } from 'packer-hybrid';

/** The medium is there, so what went wrong with another address did no harm. */
const fetched =
  /\.(?:iso|img|qcow2|vhdx?|vmdk|ova) => \S|\.(?:iso|img|qcow2|vhdx?|vmdk|ova)\?\S* => \S|^(?:Starting VM|Creating (?:hard drive|VM|virtual machine)|Found already downloaded)/;

/** How an installation medium cannot be had. */
export const iso: readonly FailureSignature[] = [
  {
    cause: 'iso-checksum-config-invalid',
    patterns: [
      /[Ee]rror parsing (?:the )?checksum|[Ii]nvalid checksum|[Ff]ailed to parse (?:the )?checksum/,
      /no checksum found in/,
      /unsupported checksum type|checksum type .*(?:unknown|unsupported|invalid)|[Uu]nknown checksum/,
      /checksum.*(?:must be specified|is required|is missing|should be|must be|has invalid|could not be parsed|could not be found in)/,
      /encoding\/hex: (?:invalid byte|odd length)/,
    ],
    unless: /did(?:n't| not) match|A checksum of 'none'/,
  },
  {
    cause: 'iso-checksum-mismatch',
    place: 'packer',
    patterns: [/[Cc]heck ?sums? (?:d(?:id|o|oes)(?:n't| not)) match/, /[Cc]hecksum mismatch/],
    unless: /Found already downloaded/,
  },
  {
    cause: 'iso-not-found',
    until: fetched,
    patterns: [
      /bad response code: (?:40[34]|410)/,
      /[Ee]rror (?:downloading|making HTTP).*\b(?:404|403|410)\b/,
      /(?:[Dd]ownload\w*|ISO|\.iso).*(?:404 [Nn]ot|\(404\)|(?:code|error|status|HTTP|response|returned):? 404\b|: 404\b)/,
      { match: /\b404 Not Found/, earlier: /Error downloading: HTTP error/, confidence: 0.8 },
    ],
    unless: /library|[Uu]ploading|api2/,
  },
  {
    cause: 'iso-download-failed',
    until: fetched,
    unless: /[Cc]hecksums? d|\b40[34]\b/,
    patterns: [
      /bad response code: (?:408|429|5\d\d)/,
      /[Ee]rror downloading:? .*(?:\b5\d\d\b|EOF|timeout|reset|refused|no such host|unreachable|timed out|stream error)/,
      { match: /[Ee]rror downloading(?: ISO)?:? (?!\[?bad response)/ },
      /[Dd]ownload failed .*(?:EOF|timeout|timed out|reset|refused|no such host|unreachable|5\d\d)/,
      {
        match: /(?:unexpected EOF|: EOF|connection reset by peer|i\/o timeout|stream error)/,
        earlier: /Retrieving ISO|Trying https?:\S+\.iso/,
        confidence: 0.3,
      },
      { match: /ISO download failed/, confidence: 0.58 },
    ],
  },
];
