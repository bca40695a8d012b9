import type { RunEvent } from 'packer-hybrid';
import type { TimelineEntry } from '../escalation-report.ts';
import type { Story } from './run-stories.ts';
import { spoken } from './spoken.ts';

/** What happened to a target, one sentence per event. */
export function timelineOf({ events, omitted }: Story): TimelineEntry[] {
  const entries = events.flatMap((event) => {
    const text = sentenceOf(event);
    return text === undefined ? [] : [{ at: event.at, text }];
  });
  const last = entries.at(-1);
  if (omitted === 0 || last === undefined) return entries;
  return [...entries, { at: last.at, text: `${omitted} events in between are only in the log of the run.` }];
}

type Telling = {
  readonly [T in RunEvent['type']]?: (event: Extract<RunEvent, { type: T }>) => string | undefined;
};

const telling: Telling = {
  'run.started': ({ command, version }) => `The run began: ${command}, packer-hybrid ${version}.`,
  'run.interrupted': ({ signal }) => `The run was interrupted by ${signal}.`,
  'target.started': () => 'The target began.',
  'target.finished': ({ status, duration_ms }) =>
    `The target ended as ${status} after ${spoken(duration_ms)}.`,
  'attempt.started': ({ attempt }) => `Build ${attempt} began.`,
  'attempt.finished': ({ attempt, exit_code, duration_ms }) =>
    `Build ${attempt} ended with exit code ${exit_code} after ${spoken(duration_ms)}.`,
  'step.finished': ({ step, ok, duration_ms }) =>
    `Step "${step}" ${ok ? 'took' : 'failed after'} ${spoken(duration_ms)}.`,
  'gate.refused': ({ message }) => `The gate refused it: ${message}`,
  diagnosis: ({ diagnosis: { cause, confidence } }) =>
    `Diagnosis: ${cause}, ${Math.round(confidence * 100)} % sure.`,
  'recovery.planned': ({ plan }) => `Plan: ${plan.action}, ${plan.mode}. ${plan.reason}`,
  'recovery.asked': ({ question, answer }) => `Asked "${question}", the answer was ${answer ? 'yes' : 'no'}.`,
  'recovery.step.started': ({ step }) => `Recovery step ${step.action} began: ${step.title}`,
  'recovery.step.finished': ({ action, ok, detail }) =>
    `Recovery step ${action} ${ok ? 'went well' : 'failed'}: ${detail}`,
  'recovery.rolled-back': ({ action, ok, title }) =>
    `Rollback of ${action} ${ok ? 'went well' : 'failed'}: ${title}`,
  'recovery.finished': ({ recovery }) => `Recovery ended as ${recovery.outcome}. ${recovery.reason}`,
  'breaker.opened': ({ cause, targets }) =>
    `${cause} struck ${targets.length} targets, so it is not tried any more.`,
  stalled: ({ silent_seconds, advice }) => `No output for ${Math.round(silent_seconds)} seconds. ${advice}`,
  publication: ({ publication }) => `Published by ${publication.publisher}: ${publication.reference}`,
  'publication.retracted': ({ publication, ok }) =>
    `Publication by ${publication.publisher} ${ok ? 'was' : 'could not be'} taken back.`,
  'install.finished': ({ what, ok }) => `${what} was ${ok ? '' : 'not '}installed.`,
  problem: ({ hook, message }) => `Problem in ${hook}: ${message}`,
  note: ({ text }) => text,
};

function sentenceOf(event: RunEvent): string | undefined {
  const tell = telling[event.type] as ((event: RunEvent) => string | undefined) | undefined;
  return tell?.(event);
}
