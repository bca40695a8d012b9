import type { FailureSignature } from 'packer-hybrid';

const platform = 'vsphere';

/** What vCenter and ESXi answer. */
export const failureSignatures: readonly FailureSignature[] = [
  {
    cause: 'platform-auth-failed',
    platform,
    patterns: [
      /ServerFaultCode: (?:Login failure|The session is not authenticated|NotAuthenticated|InvalidLogin)/,
      /Cannot complete login due to an incorrect user name or password|[Tt]he session is not authenticated|NotAuthenticated|InvalidLogin/,
    ],
  },
  {
    cause: 'platform-permission-denied',
    platform,
    patterns: [
      /ServerFaultCode: NoPermission|Permission to perform this operation was denied|NoPermission\b|[Nn]ot authorized.*vim|does not have (?:the )?(?:required )?privilege/,
    ],
  },
  {
    cause: 'platform-object-not-found',
    platform,
    unless: /^(?:==>|\s*)\s*WARN|bad response|GuestInfo/,
    patterns: [
      /(?:vm|virtual machine|datastore(?: cluster)?|network|folder|cluster|host|resource pool|datacenter|template|snapshot|library|content library(?: item)?) ?'[^']*' not found/i,
      /resolves to multiple (?:networks|instances|datastores|hosts|\w+)|has multiple datastores|please specify a (?:datastore|host|cluster|datacenter|network)/,
      /is not a valid iso path|no default (?:datacenter|datastore|host|resource pool|network) found/i,
      /[Ee]rror finding (?:virtual machine|vm|datastore|network|host|folder|cluster|template|resource pool)|path '[^']+' (?:not found|resolves)/,
      /[Cc]ouldn't find (?:a |the )?(?:network|host|datastore|cluster|resource pool|folder|default \w+)/,
      /ManagedObjectNotFound|has already been deleted or has not been completely created/,
    ],
  },
  {
    cause: 'platform-rejected-spec',
    platform,
    patterns: [
      /A specified parameter was not correct|InvalidArgument|InvalidDeviceSpec|Invalid configuration for device/,
      /VM has multiple disks|Customization of the guest operating system .*is not supported|is not supported on (?:this|the) (?:host|virtual)|not supported by the (?:host|guest)/,
      /[Ii]nvalid virtual machine configuration|The guest operating system '[^']+' is not supported|(?:CPU|memory|disk|device)s? .*exceeds? the (?:maximum|limit)|exceeds the (?:maximum|limit) .*(?:CPU|memory|disk)|Cannot shrink|cannot be (?:smaller|less) than/,
    ],
  },
  {
    cause: 'platform-object-locked',
    platform,
    patterns: [
      /Another task is already in progress|TaskInProgress|Failed to lock the file|file is being locked|Unable to access file .* since it is locked|FileLocked/,
    ],
  },
  {
    cause: 'storage-full',
    platform,
    patterns: [
      /[Ii]nsufficient disk space on datastore|InsufficientStorageSpace|not enough space (?:in|on) (?:the )?(?:datastore|file system)|NoDiskSpace|(?:datastore|storage) .*(?:is full|out of space|not enough (?:free )?space|No space left)/,
    ],
  },
  {
    cause: 'storage-unavailable',
    platform,
    patterns: [
      /datastore '[^']+' is not accessible|[Dd]atastore .* (?:is )?(?:inaccessible|not accessible from|not connected to)|not accessible by (?:the )?host/,
    ],
  },
  {
    cause: 'platform-upload-failed',
    platform,
    patterns: [
      /Put "?https?:\/\/[^"\s]+\/folder\//,
      /[Uu]pload(?:ing)? .*(?:ISO|iso|floppy|datastore).*(?:failed|error|->|500|404)|(?:[Ee]rror|[Ff]ailed|[Uu]nable)(?: to| while| when|:)? (?:the )?upload.*(?:ISO|iso|floppy|datastore|vmdk)/,
      {
        match:
          /^(?:500 Internal Server Error|404 Not Found|503 Service Unavailable|413 Request Entity Too Large|507 Insufficient Storage)$/,
        earlier: /Uploading \S+|Uploading created floppy|\/folder\//,
        confidence: 0.72,
      },
      { match: /^404 Not Found$/, confidence: 0.4 },
    ],
  },
  {
    cause: 'artifact-already-exists',
    platform,
    unless: /deleting it due to -force|[Oo]utput|Use -force.*overwrit/,
    patterns: [
      /[Tt]he name '[^']+' already exists|'?[^' ]+'? already exists[,;.]? (?:you can )?use (?:the )?-force/,
      /DuplicateName|(?:vm|template|VM|library item|vm\/template) \S+ already exists|File \[[^\]]+\] .* already exists/,
    ],
  },
  {
    cause: 'artifact-finalize-failed',
    platform,
    patterns: [
      /[Ff]ailed to import template|cannot deploy a VM to the content library|[Ee]rror (?:converting|marking|cloning) .*(?:to|as) (?:a )?template|[Ff]ailed to (?:mark|convert|export|publish)|[Cc]ontent [Ll]ibrary.*(?:failed|error|must be)|vm-template\/library-items|[Ff]ailed to (?:create|take) (?:a )?snapshot/,
    ],
  },
  {
    cause: 'hypervisor-launch-failed',
    platform,
    patterns: [
      /[Ff]ailed to power on|[Ee]rror powering on|could not power on|No host is compatible with the virtual machine|InsufficientResourcesFault|[Ii]nsufficient (?:CPU|memory|resources)|Module '?\w+'? power on failed/,
    ],
    unless: /[Pp]ermission/,
  },
];
