import type { FailureSignature } from 'packer-hybrid';

/** How scripts and uploads of a provisioner fail. */
export const provisioning: readonly FailureSignature[] = [
  {
    cause: 'script-disconnected',
    patterns: [
      { match: /Script disconnected unexpectedly/, place: 'step' },
      { match: /(?:exit status:?|ended with:) 2300218/, place: 'step', confidence: 0.62 },
    ],
  },
  {
    cause: 'script-failed',
    patterns: [
      {
        match: /script_\d+\.sh: (?:No such file|not found)/,
        place: 'step',
        confidence: 0.74,
        retryable: true,
        action: 'retry',
        remedy:
          'The script was gone when it was to run: something emptied the folder. Set remote_folder, or wait for the first boot to end.',
      },
      /Script exited with non-zero exit status/,
      /[Ee]rror executing (?:shell|script|inline|command)|Process exited with (?:status|code) [1-9]/,
      /[Pp]ower[Ss]hell .*(?:exited|returned) .*(?:non-zero|code [1-9])/,
      { match: /[Rr]emote command exited with '(?!0')(?!2300218')\d+'/, confidence: 0.42 },
      { match: /[Nn]on-zero exit (?:status|code)/, confidence: 0.45 },
    ],
    unless: /Puppet|Ansible|Chef|Salt|sftp-server|scp -|mkdir|[Pp]ost-processor|Puppet|OS detection/,
  },
  {
    cause: 'sudo-not-usable',
    place: 'step',
    patterns: [
      /sudo: (?:a terminal is required|a password is required|no tty present|sorry, you must have a tty|no password was provided|\d+ incorrect password attempts?|.*no askpass|no valid sudoers)/,
      /is not in the sudoers file|user .* is not allowed to (?:execute|run sudo)/i,
      /you must have a tty to run sudo/,
      /(?:Missing|Incorrect) sudo password/,
    ],
  },
  {
    cause: 'guest-os-mismatch',
    place: 'step',
    patterns: [
      {
        match: /The syntax of the command is incorrect/,
        earlier:
          /Provisioning with (?:Puppet|Ansible|Chef|Salt)|Executing Ansible|(?:Puppet|Chef|Salt|Ansible) staging|staging directory/,
      },
      /'(?:chmod|mkdir|sudo|sh|bash|rm|uname)'? is not recognized as (?:an internal|the name|a name)/,
      /The term '(?:chmod|sudo|sh|bash|uname|export)' is not recognized/,
      { match: /(?:powershell|cmd)(?:\.exe)?: (?:command )?not found/, confidence: 0.8 },
      /[Uu]nsupported guest[ _]os(?:[ _]type)?|unsupported (?:operating system|OS) type|guest_os_type .*(?:invalid|unsupported|unrecognized)/,
    ],
  },
  {
    cause: 'package-manager-lock',
    place: 'step',
    unless: /[Ww]aiting for cache lock/,
    patterns: [
      /Could not get lock \/var\/(?:lib|cache)/,
      /Unable to (?:acquire the dpkg frontend lock|lock (?:the administration )?directory)/,
      /dpkg(?: frontend|: error: dpkg status database| status database)? (?:lock )?is locked/,
      /holding the yum lock|yum(?:\.pid)? .*(?:is locked|another copy is running)|Existing lock \/var\/run\/yum\.pid/,
      /dnf is (?:already )?(?:locked|running)|[Ff]ailed to obtain (?:the |rpm )*transaction lock|can't create transaction lock|rpm.*lock.*[Rr]esource temporarily unavailable/,
      /System management is locked by the application/,
      /Unable to lock database: .*apk|unable to lock database|failed to (?:init|lock) .*database.*(?:lock|pacman)/,
    ],
  },
  {
    cause: 'package-mirror-failed',
    place: 'step',
    unless: /^(?:W|Ign):|^Warning:|\bcurl: \(22\)/,
    patterns: [
      /E: ?(?:Failed to fetch|Unable to fetch|Some index files failed to download)/,
      /Temporary failure resolving/,
      /Hash Sum mismatch|File has unexpected size .*Mirror sync|Release file for .* is (?:not valid yet|expired)/,
      /Cannot find a valid baseurl for repo|Could not retrieve mirrorlist|One of the configured repositories failed/,
      /Failed to (?:download metadata for|synchronize cache for) repo/,
      /All mirrors were (?:already )?tried|No more mirrors to try/,
      /The repository '[^']+' (?:does not have|no longer has) a Release file/,
      /failed (?:retrieving file '\S+' from|to synchronize all databases)|failed to update \w+ \(\w+ error\)/,
      /Could not connect to \S+.*(?:refused|timed out)|Unable to connect to \S+:(?:http|https|80|443)/,
      /Curl error \(\d+\): .*(?:repodata|mirror|repo|https?:)/,
      /npm ERR! (?:network|code (?:ENOTFOUND|ETIMEDOUT|ECONNRESET|EAI_AGAIN))/,
      /Unable to (?:connect to source '|download data from https:\/\/rubygems)|\(from versions: none\)/,
      /\[Errno 14\]|Download \(curl\) error for|Problem retrieving (?:files|the repository)|Valid metadata not found at/,
      /(?:fetch|ERROR): .*(?:APKINDEX|alpinelinux).*(?:temporary error|network error|DNS)|temporary error \(try again later\)/,
      {
        match:
          /curl: \(\d+\) (?:Could not resolve host|Failed to connect to|Connection timed out|Operation timed out)|unable to resolve host address/,
        confidence: 0.64,
      },
      {
        match: /Unable to locate package |No package \S+ available|Unable to find a match: /,
        confidence: 0.66,
      },
    ],
  },
  {
    cause: 'config-management-failed',
    patterns: [
      /[Ee]rror executing Ansible/,
      /Puppet exited with a non-zero exit status/,
      /[Ee]rror executing Puppet/,
      /Chef exited|[Ee]rror executing Chef|Non-zero exit status.*Chef|[Ee]rror executing (?:Salt|salt)|Salt.*exited with/,
      { match: /^fatal: \[[^\]]+\].*: FAILED! =>/, place: 'step', confidence: 0.64 },
      { match: /\bunreachable=0\s+failed=[1-9]/, place: 'step', confidence: 0.66 },
    ],
  },
  {
    cause: 'scp-sftp-unavailable',
    place: 'step',
    patterns: [
      /(?:scp|sftp-server|sftp): (?:command )?not found/,
      /subsystem request failed|\bsftpSession error: EOF/,
      /unsupported protocol.*scp/,
      /[Rr]emote command exited with '127': .*(?:sftp-server|scp)/,
      /failed to open a SFTP connection|EOF during negotiation/,
      /SSH Error: data could not be sent to the remote host/,
      /[Ff]ailed to transfer file .*(?:sftp|scp)|sftp transfer mechanism failed|Connection closed.*sftp/,
      /SCP failed to start|[Mm]ake sure (?:that )?scp is installed/,
    ],
  },
  {
    cause: 'file-upload-failed',
    unless: /\bISO\b|\.iso\b|datastore|floppy|storage|library/,
    patterns: [
      /scp: .*(?:Is a directory|No such file or directory|Permission denied|Not a directory|Failure)/,
      /[Uu]pload(?:ing)? (?:failed|error)|[Ee]rror uploading|[Ff]ailed to upload|[Uu]nable to upload/,
      /sftp: .*(?:[Pp]ermission denied|no such file|file does not exist|[Ff]ailure)/i,
    ],
  },
  {
    cause: 'post-processor-failed',
    patterns: [/Post-processor failed/, { match: /[Ee]rror (?:running|executing) post-processor/ }],
  },
];
