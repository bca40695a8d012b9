import type { FailureSignature } from 'packer-hybrid';

const platform = 'ansible';

/** How Ansible fails as a provisioner. */
export const failureSignatures: readonly FailureSignature[] = [
  {
    cause: 'ansible-connection-failed',
    platform,
    place: 'step',
    patterns: [
      /UNREACHABLE! =>/,
      /unreachable=[1-9]/,
      /A worker was found in a dead state|objc_initializeAfterForkError|when fork\(\) was called/,
      {
        match: /unauthorized key$/,
        earlier: /Provisioning with Ansible|Executing Ansible|SSH proxy/,
        confidence: 0.72,
      },
      {
        match:
          /Failed to connect to the host via ssh|[Tt]oo many authentication failures|no matching host key type found|Unable to negotiate with 127\.0\.0\.1/,
        earlier: /Provisioning with Ansible|Executing Ansible|ansible-playbook|PLAY \[/,
      },
      /no matching host key type found\. Their offer: ssh-rsa/,
    ],
    unless: /data could not be sent|sftp|scp/,
  },
  {
    cause: 'provisioner-tool-missing',
    platform,
    patterns: [
      /[Ee]rror running "?\S*ansible\S* --version"?/,
      /exec: "[^"]*ansible[\w-]*": (?:executable )?file not found/,
      {
        match:
          /you must install the sshpass program|\/python[\d.]*: (?:command )?not found|ansible[\w-]*: (?:command )?not found|pywinrm is not installed|No module named '?(?:ansible|winrm)|winrm or requests is not installed/,
        place: 'step',
      },
      /[Ee]rror executing Ansible: Non-zero exit status: (?:exit status )?127/,
      /ansible[\w-]* version .*(?:must be|too old|required)|[Cc]ould not find (?:the )?ansible/,
    ],
  },
  {
    cause: 'config-management-failed',
    platform,
    patterns: [
      /[Ee]rror executing Ansible(?: Galaxy)?: /,
      {
        match:
          /ERROR! (?:couldn't resolve|the (?:role|file)|Syntax Error|Unexpected|no action detected|conflicting action)/,
        place: 'step',
        confidence: 0.66,
      },
    ],
  },
];
