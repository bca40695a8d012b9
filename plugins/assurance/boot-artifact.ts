import { performance } from 'node:perf_hooks';
import {
  type Artifact,
  type Guest,
  type GuestBooter,
  isHybridError,
  type ValidateContext,
} from 'packer-hybrid';
import { checksFor, runCheck } from './configured-checks.ts';
import { guestFacts } from './guest-facts.ts';
import type { AssuranceOptions } from './options.ts';
import { standardChecks } from './standard-checks.ts';

export interface BootRequest {
  readonly artifact: Artifact;
  readonly booter: GuestBooter;
  readonly options: AssuranceOptions;
}

/** Boots one artifact and reports what is found in it; says so when it is none that can be booted. */
export async function bootArtifact(context: ValidateContext, request: BootRequest): Promise<void> {
  const { signal } = context;
  const { artifact, booter, options } = request;
  const required = options.boot === 'required';
  const boots = { id: 'guest/boots', dimension: 'functionality', weight: 3, required } as const;
  let guest: Guest;
  try {
    guest = await step(context, { step: 'boot', text: 'Booting the finished image' }, () =>
      booter.boot({ context, artifact }),
    );
  } catch (cause) {
    signal.throwIfAborted();
    const detail = cause instanceof Error ? cause.message : String(cause);
    if (isHybridError(cause) && cause.code === 'PH_GUEST_DISK') context.emit({ type: 'note', text: detail });
    else context.report({ ...boots, score: 0, detail });
    return;
  }
  const seconds = (guest.bootMs / 1_000).toFixed(1);
  context.report({ ...boots, score: 1, detail: `The image boots; login was possible after ${seconds} s.` });
  try {
    await step(context, { step: 'guest-checks', text: 'Checking the booted image' }, () =>
      examine(context, guest, options),
    );
  } finally {
    await guest.stop();
  }
}

async function examine(context: ValidateContext, guest: Guest, options: AssuranceOptions): Promise<void> {
  const { signal, target } = context;
  // The facts are asked by a POSIX shell.
  if (target.os !== 'windows') {
    for (const evidence of standardChecks(await guestFacts(guest, signal))) context.report(evidence);
  }
  for (const check of checksFor(target, options.checks)) context.report(await runCheck(guest, check, signal));
}

async function step<T>(
  context: ValidateContext,
  { step, text }: { readonly step: string; readonly text: string },
  work: () => Promise<T>,
): Promise<T> {
  const began = performance.now();
  let ok = false;
  context.emit({ type: 'step.started', step, kind: 'validate', text });
  try {
    const result = await work();
    ok = true;
    return result;
  } finally {
    const duration_ms = Math.round(performance.now() - began);
    context.emit({ type: 'step.finished', step, kind: 'validate', ok, duration_ms });
  }
}
