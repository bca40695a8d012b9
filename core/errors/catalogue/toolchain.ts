import { define, listed } from '../definition.ts';
import { ExitCode } from '../exit-code.ts';

/** Programs that are missing, too old, or fail. */
export const toolchainErrors = {
  PH_PACKER_MISSING: define<{ looked: readonly string[]; install: string }>({
    exitCode: ExitCode.failed,
    summary: ({ looked }) => `Packer was not found: looked in ${listed(looked)}.`,
    remedy: ({ install }) => install,
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
} as const;
