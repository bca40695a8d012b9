import type { FailureSignature } from 'packer-hybrid';

/** How Packer refuses a template before it builds anything. */
export const template: readonly FailureSignature[] = [
  {
    cause: 'template-syntax-error',
    place: 'template',
    patterns: [
      /^(?:Error: )?(?:Argument or block definition required|Invalid (?:expression|character|argument name|block definition|multi-line string|escape sequence|template (?:control keyword|interpolation value|directive)|number literal|operator|index|function argument|block name|(?:single-argument )?block definition|reference|traversal)|Unclosed (?:configuration block|template|parenthes)|Unterminated|Missing (?:newline|item separator|key\/value separator|attribute (?:separator|value)|close brace|expression|name)|Unknown (?:variable|source|local)|Unsupported attribute|Call to unknown function|Duplicate (?:variable|local|source|build|required|block|argument)|Reference to (?:undeclared|undefined)|Attribute redefined|Extra characters after|Error in function call|Variables not allowed|Self reference|Cycle|Undefined (?:local|source))/,
      /[Ff]ailed to parse (?:the )?template|[Ee]rror parsing (?:JSON|template|variables|\S+\.json)|Failed to parse file as legacy JSON/,
      /invalid character '.+' (?:looking for|after|in )/,
      /Blocks of type "(?:required_providers|provider|resource|module|terraform|output)" are not expected/,
      /function "\w+" not defined|There is no function named/,
      /template: \S*:\d+.*(?:unexpected|unclosed|undefined)/,
    ],
  },
  {
    cause: 'template-unsupported-argument',
    place: 'template',
    patterns: [
      /^(?:Error: )?Unsupported (?:argument|block type)/,
      /[Aa]n argument named ".+" is not expected here/,
      /Blocks of type ".+" are not expected here/,
      /unknown configuration key/,
    ],
  },
  {
    cause: 'template-variable-unset',
    place: 'template',
    patterns: [
      /^(?:Error: )?Unset variable "/,
      /[Rr]equired variable (?:is )?not set/,
      /A used variable must be set or have a default/,
    ],
  },
  {
    cause: 'template-invalid-value',
    place: 'template',
    unless:
      /\d+ error\(s\) occurred|no such file|Post-processor failed|Bad (?:script|source)|checksum|unknown configuration key|[Oo]utput (?:directory|file)|already exists|private_key|ssh_key/,
    patterns: [
      /^[*-] .*(?:must be|is required|are required|must (?:not|have|contain|start|specify)|should (?:be|not)|can(?:'t|not| not| only)|requires |invalid |is not (?:valid|supported|allowed)|only one of|either |at least one|unsupported|expected|[Mm]issing|could not be parsed|needs to)/,
      /^(?:Error: )?(?:Undefined -var variable|Missing required argument|Incorrect attribute value type|Invalid value for|Unsuitable value|Inconsistent|Invalid default value|Failed preparing|Failed to prepare)/,
      {
        match: /[Tt]ime: (?:invalid duration|missing unit|unknown unit)|cannot parse '.*' as/,
        confidence: 0.7,
      },
      { match: /^(?:Error: )?.*(?:must be specified|must be one of|must be set)\b/, confidence: 0.5 },
    ],
  },
  {
    cause: 'local-file-missing',
    unless:
      /\[(?:WARN|DEBUG|INFO)\]|[Cc]onfig file doesn't exist|Post-processor failed|\/dev\/kvm|packer-(?:builder|provisioner|post-processor|plugin)-|fork\/exec|ssh_private_key|\.pem|id_(?:rsa|ed25519)/,
    patterns: [
      /(?:[Bb]ad (?:script|source)|is invalid|\bstat|\bopen|lstat|read|[Ff]ind) .*(?:no such file or directory|The system cannot find the (?:file|path))/,
      // Packer breaks the lines of its diagnostics, and goes on with "directory".
      /(?:[Bb]ad (?:script|source) '|is invalid: stat ).*: no such(?: file(?: or)?)?$/,
      { match: /^no such file or directory/, earlier: /is invalid: stat|(?:stat|open) \S+:\s*$/ },
      /(?:file|folder|directory|path|playbook|manifest|script|template|_files?|_dirs?|_directory)\b.*(?:does not exist|doesn't exist|could not be found)(?!.*resource group)/,
      /Could not open '?[^' ]+\.\w+'?/,
    ],
  },
];
