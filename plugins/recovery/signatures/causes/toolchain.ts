import type { FailureFacts } from 'packer-hybrid';

/** Causes of the class `toolchain`. */
export const toolchainCauses = {
  'provisioner-tool-missing': {
    class: 'toolchain',
    retryable: false,
    confidence: 0.9,
    action: 'none',
    remedy:
      'Install it where that provisioner runs, this machine or the guest, or give the path of the command.',
    attributes: ['command', 'puppet_bin_dir'],
  },
  'host-tool-missing': {
    class: 'toolchain',
    retryable: false,
    confidence: 0.9,
    action: 'none',
    remedy: 'Install the program that is named and put it on PATH.',
    attributes: ['qemu_binary'],
  },
  'plugin-missing': {
    class: 'toolchain',
    retryable: true,
    confidence: 0.92,
    action: 'init-plugins',
    remedy: 'Run `packer init` for the template, or `packer plugins install` for a JSON template.',
  },
  'plugin-version-unavailable': {
    class: 'toolchain',
    retryable: false,
    confidence: 0.9,
    action: 'none',
    remedy:
      'Correct source and version of the plugin in required_plugins; when the release exists, GitHub may only have throttled.',
  },
  'plugin-crash': {
    class: 'toolchain',
    retryable: false,
    confidence: 0.96,
    action: 'none',
    remedy:
      'Keep crash.log, and upgrade Packer and the plugin that is named in it to releases that go together.',
  },
  'version-incompatible': {
    class: 'toolchain',
    retryable: false,
    confidence: 0.93,
    action: 'none',
    remedy:
      'Install releases of Packer and the plugin that go together, as required_version and required_plugins ask.',
  },
} as const satisfies Readonly<Record<string, FailureFacts>>;
