import { define, listed } from '../definition.ts';
import { ExitCode } from '../exit-code.ts';

/** Programs that are missing, too old, or fail. */
export const toolchainErrors = {
  PH_PACKER_MISSING: define<{ looked: readonly string[]; install: string }>({
    exitCode: ExitCode.failed,
    summary: ({ looked }) => `Packer was not found: looked in ${listed(looked)}.`,
    remedy: ({ install }) => install,
  }),
  PH_PACKER_SILENT: define<{ path: string; reason: string; install: string }>({
    exitCode: ExitCode.failed,
    summary: ({ path, reason }) => `${path} does not tell its version: ${reason}`,
    remedy: ({ path, install }) =>
      `Run \`${path} version\` yourself and mend what it says, or take another Packer. ${install}`,
  }),
  PH_PACKER_UNSUPPORTED: define<{
    version: string;
    path: string;
    supported: readonly string[];
    install: string;
  }>({
    exitCode: ExitCode.failed,
    summary: ({ version, path, supported }) =>
      `Packer ${version} (${path}) is not supported; these versions work: ${listed(supported)}.`,
    remedy: ({ install }) => install,
  }),
  PH_PACKER_DOWNLOAD: define<{ url: string; reason: string }>({
    exitCode: ExitCode.transient,
    summary: ({ url, reason }) => `Packer could not be downloaded from ${url}: ${reason}`,
    remedy: () => 'Check the network or set toolchain.mirror, or put a `packer` on PATH.',
  }),
  PH_PACKER_COMMAND: define<{ command: string; exitCode: number | string; reason: string }>({
    exitCode: ExitCode.failed,
    summary: ({ command, exitCode, reason }) => `\`${command}\` ended with ${exitCode}: ${reason}`,
    remedy: () => "Read the message above; the whole output is in the run's log folder.",
  }),
  PH_TOOL_MISSING: define<{ program: string; why: string; install: string }>({
    exitCode: ExitCode.failed,
    summary: ({ program, why }) => `${program} is not installed; it is needed ${why}.`,
    remedy: ({ install }) => install,
  }),
  PH_TOOL_INSTALL: define<{ command: string; reason: string }>({
    exitCode: ExitCode.transient,
    summary: ({ command, reason }) => `Installing with \`${command}\` failed: ${reason}`,
    remedy: () => 'Run the command yourself and read its output, then start again.',
  }),
  PH_IMAGE_DOWNLOAD: define<{ url: string; reason: string }>({
    exitCode: ExitCode.transient,
    summary: ({ url, reason }) => `${url} could not be downloaded: ${reason}`,
    remedy: () => 'Check the network and the URL; a finished download is kept and verified for later runs.',
  }),
  PH_GUEST_UNREACHABLE: define<{ waitedMs: number; console: string }>({
    exitCode: ExitCode.failed,
    summary: ({ waitedMs, console }) =>
      `The booted image did not answer over SSH within ${waitedMs} ms. Console: ${console}`,
    remedy: () => 'Check that the image starts its network and sshd, and that user and key are right.',
  }),
  PH_GUEST_ENDED: define<{ reason: string }>({
    exitCode: ExitCode.failed,
    summary: ({ reason }) => `The machine of the booted image ended before anybody could log in: ${reason}`,
    remedy: () => 'Boot the image by hand with the same memory and accelerator, and read its console.',
  }),
  PH_GUEST_DISK: define<{ target: string; reason: string }>({
    exitCode: ExitCode.failed,
    summary: ({ target, reason }) => `The image of ${target} cannot be booted: ${reason}`,
    remedy: () => 'Build it again, or turn booting off for this platform in the configuration.',
  }),
  PH_BASE_FAILED: define<{ command: string; reason: string }>({
    exitCode: ExitCode.transient,
    summary: ({ command, reason }) => `The base image could not be made, \`${command}\` failed: ${reason}`,
    remedy: () => 'Check the network and the package sources of this machine; nothing half done was kept.',
  }),
  PH_BASE_ROOT: define<{ suite: string }>({
    exitCode: ExitCode.failed,
    summary: ({ suite }) => `Making a base image of Debian ${suite} needs root.`,
    remedy: () =>
      'Run as root once (the image is kept), or use a cloud image: qemu({ base: { kind: "cloud-image", … } }).',
  }),
} as const;
