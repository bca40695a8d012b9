import type { FailureSignature } from 'packer-hybrid';

const platform = 'puppet';

/** How Puppet fails as a provisioner. */
export const failureSignatures: readonly FailureSignature[] = [
  {
    cause: 'provisioner-tool-missing',
    platform,
    patterns: [
      /Puppet exited with a non-zero exit status: 12[67]/,
      {
        match: /puppet: (?:command )?not found|exec: "[^"]*puppet[\w-]*": (?:executable )?file not found/,
        place: 'step',
      },
    ],
  },
  {
    cause: 'config-management-failed',
    platform,
    patterns: [
      /Puppet exited with a non-zero exit status: (?!12[67])\d+/,
      {
        match:
          /Error: (?:Could not (?:retrieve catalog|parse for environment|find (?:class|resource))|Evaluation Error|Function lookup\(\)|Failed to apply catalog)/,
        place: 'step',
        confidence: 0.68,
      },
    ],
  },
];
