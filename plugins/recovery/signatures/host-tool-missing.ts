import type { Signature } from '../signature.ts';

export const hostToolMissing: Signature = {
  cause: 'host-tool-missing',
  class: 'toolchain',
  retryable: false,
  confidence: 0.9,
  place: 'verdict',
  patterns: [
    /exec: "(?:qemu-[\w-]+|xorriso|mkisofs|genisoimage|hdiutil|oscdimg|ovftool|VBoxManage)": executable file not found/,
    /[Ff]ailed creating Qemu driver/,
    /could not find a supported CD ISO creation command/,
  ],
  remedy: 'Install the program that is named and put it on PATH.',
  action: 'none',
};
