import { define, listed } from '../definition.ts';
import { ExitCode } from '../exit-code.ts';

/** The workspace on disk does not let us work. */
export const workspaceErrors = {
  PH_WORKSPACE_READONLY: define<{ path: string; reason: string }>({
    exitCode: ExitCode.failed,
    summary: ({ path, reason }) => `The workspace cannot be written: ${path} (${reason}).`,
    remedy: () =>
      'Make it writable, or set `workspace.state`, `workspace.logs` and `workspace.artifacts` elsewhere.',
  }),
  PH_WORKSPACE_LOCKED: define<{ path: string; waitedMs: number }>({
    exitCode: ExitCode.transient,
    summary: ({ path, waitedMs }) => `${path} is locked by another run (waited ${waitedMs} ms).`,
    remedy: () =>
      'Wait for the other run to end; a lock of a dead process goes away by itself within seconds.',
  }),
  PH_PATH_IN_USE: define<{ path: string; run: string; processes: readonly number[] }>({
    exitCode: ExitCode.failed,
    summary: ({ path, run, processes }) =>
      `${path} cannot be built into: the run ${run} was killed, and its ${processes.length === 1 ? 'process' : 'processes'} ${listed(processes.map(String))} may still write there.`,
    remedy: () =>
      'End what the killed run left with `packer-hybrid reap` (`--dry-run` shows it first), then start again.',
  }),
  PH_PATH_SHARED: define<{ path: string; target: string }>({
    exitCode: ExitCode.failed,
    summary: ({ path, target }) => `${path} cannot be built into: ${target} of the same run writes there.`,
    remedy: () =>
      'Give every target an output of its own: let `output_directory` hold the name of the source.',
  }),
  PH_STATE_CORRUPT: define<{ file: string; reason: string; kept: string }>({
    exitCode: ExitCode.failed,
    summary: ({ file, reason }) => `${file} cannot be read: ${reason}`,
    remedy: ({ kept }) =>
      `It was kept as ${kept}; restore a copy from your backup, or delete it to start anew.`,
  }),
  PH_STATE_UNREADABLE: define<{ file: string; reason: string }>({
    exitCode: ExitCode.failed,
    summary: ({ file, reason }) => `${file} cannot be read: ${reason}`,
    remedy: ({ file }) => `Make ${file} a readable file.`,
  }),
  PH_STATE_NEWER: define<{ file: string; version: number; supported: number }>({
    exitCode: ExitCode.failed,
    summary: ({ file, version, supported }) =>
      `${file} was written by a newer packer-hybrid (version ${version}; this one reads up to ${supported}).`,
    remedy: () => 'Upgrade packer-hybrid.',
  }),
  PH_CHECKSUM_MISMATCH: define<{ what: string; expected: string; actual: string }>({
    exitCode: ExitCode.security,
    summary: ({ what, expected, actual }) =>
      `${what} does not match its checksum: expected ${expected}, got ${actual}.`,
    remedy: () => 'Do not use it. Verify the source and the checksum by hand; nothing was kept.',
  }),
} as const;
