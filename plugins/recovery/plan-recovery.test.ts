import type { Diagnosis, RecoverContext } from 'packer-hybrid';
import { expect, test } from 'vitest';
import { namedWait } from './named-wait.ts';
import { planRecovery } from './plan-recovery.ts';

const transient: Diagnosis = {
  cause: 'api-connection-failed',
  class: 'transient',
  retryable: true,
  confidence: 0.8,
  evidence: [{ line: 1, text: 'connection refused' }],
  remedy: 'Check the service.',
  action: 'retry-backoff',
};

const plan = (diagnosis: Diagnosis | undefined, attemptsLeft = 1) =>
  planRecovery({ diagnosis, attemptsLeft, settings: { retry: { attempts: 1, wait: 5 } } } as RecoverContext, {
    maxWait: 900,
  });
const saying = (text: string): Diagnosis => ({ ...transient, evidence: [{ line: 1, text }] });

test('what may go away by itself is built again after the set time', () => {
  expect(plan(transient)).toMatchObject({ action: 'retry', wait_seconds: 5 });
});

test('a time that the failure names comes before the setting', () => {
  expect(plan(saying('429 Too Many Requests, Retry-After: 30'))).toMatchObject({
    action: 'retry',
    wait_seconds: 30,
  });
});

test.each([
  ['nothing is known', undefined, 1],
  ['no attempt is left', transient, 0],
  ['it stays as it is', { ...transient, retryable: false }, 1],
  ['it concerns security', { ...transient, class: 'security' }, 1],
  ['the configuration is wrong', { ...transient, class: 'config' }, 1],
  ['something has to be done first', { ...transient, action: 'init-plugins' }, 1],
  ['it asks to wait too long', saying('try again in 3 hours'), 1],
] as const)('it goes to a person when %s', (_, diagnosis, attemptsLeft) => {
  expect(plan(diagnosis as Diagnosis | undefined, attemptsLeft)).toMatchObject({ action: 'escalate' });
});

test.each([
  ['Retry-After: 17', 17],
  ['Please try again in 5 minutes.', 300],
  ['try again after 45 seconds', 45],
  ['rate limit exceeded, reset in 2m10s', 130],
  ['dial tcp 10.0.0.1:443: connect: connection refused', undefined],
])('%s names %s seconds', (text, seconds) => {
  expect(namedWait(saying(text))).toEqual(seconds);
});
