import type { ProcessResult, Target } from 'packer-hybrid';
import { describe, expect, it } from 'vitest';
import { replay } from '../transcript/replay.ts';
import { buildVerdict } from './verdict.ts';

const target = { packer_name: 'qemu.debian', template: 'images/x' } as Target;

function ended(change: Partial<ProcessResult>): ProcessResult {
  return {
    command: 'packer build',
    exitCode: 0,
    ended: 'exit',
    durationMs: 1,
    stdoutTail: '',
    stderrTail: '',
    leftovers: 0,
    ...change,
  };
}

function verdict(output: string, change: Partial<ProcessResult> = {}, isAborted = false) {
  return buildVerdict({ process: ended(change), outcome: replay(output).outcome, target, isAborted });
}

const finished = "Build 'qemu.debian' finished after 1 second.";
const cancelled = "Build 'qemu.debian' errored after 8 seconds: Build was cancelled.";

describe('buildVerdict', () => {
  it('believes a build that finished', () => {
    expect(verdict(finished)).toEqual({ exitCode: 0 });
  });

  it('does not believe an exit code of 0 after a cancellation', () => {
    expect(verdict(cancelled).exitCode).toBe(130);
  });

  it('does not believe an exit code of 0 after an error', () => {
    expect(verdict("Build 'qemu.debian' errored after 1 second: disk full")).toEqual({
      exitCode: 1,
      message: 'Packer ended with 0 although qemu.debian failed: disk full',
    });
  });

  it('calls it a failure when nothing was built', () => {
    expect(verdict('==> Builds finished but no artifacts were created.').message).toMatch(
      /no build is called "qemu\.debian"/,
    );
  });

  it.each([
    [{ exitCode: 1 }, false, 1],
    [{ exitCode: 0 }, true, 130],
    [{ exitCode: 1, ended: 'cancelled' as const }, true, 130],
    [{ exitCode: null, ended: 'killed' as const }, false, 1],
    [{ exitCode: null, ended: 'not-found' as const }, false, 1],
  ])('gives %j (interrupted: %s) the exit code %d', (change, isAborted, exitCode) => {
    expect(verdict(finished, change, isAborted).exitCode).toBe(exitCode);
  });
});
