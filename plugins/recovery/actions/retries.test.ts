import type { Diagnosis } from 'packer-hybrid';
import { describe, expect, test } from 'vitest';
import { namedWait } from '../named-wait.ts';
import { diagnosisOf, earlier } from '../testing/failed-build.ts';
import { proposed } from '../testing/proposed.ts';
import { backoffSeconds } from './backoff.ts';
import { retry } from './retry.ts';
import { retryBackoff } from './retry-backoff.ts';

const cause = 'api-connection-failed';
const saying = (text: string): Partial<Diagnosis> => ({ evidence: [{ line: 1, text }] });

describe('retry', () => {
  test('builds once more, and not again', async () => {
    const diagnosis = { action: 'retry' };
    const history = [earlier(cause, { action: 'retry', title: 'Build once more.' })];

    expect((await proposed(retry, { cause, diagnosis })).step).toEqual({
      action: 'retry',
      title: 'Build once more.',
    });
    expect((await proposed(retry, { cause, diagnosis, history })).refusal).toBe(
      'It was built once more already.',
    );
    expect(await proposed(retry, { cause })).toMatchObject({ step: undefined, refusal: undefined });
  });
});

describe('retry-backoff', () => {
  const waitOf = async (tries: number, wait = 10) => {
    const history = Array.from({ length: tries }, () =>
      earlier(cause, { action: 'retry-backoff', title: 'Again.' }),
    );
    const { step } = await proposed(retryBackoff, { cause, history, retry: { attempts: 9, wait } });
    return step?.wait_seconds ?? Number.NaN;
  };

  test('waits longer with every try, and never longer than is allowed', async () => {
    const waits = await Promise.all([0, 1, 2, 20].map((tries) => waitOf(tries)));

    expect(waits.map((wait) => Math.floor(wait / 10.0001))).toEqual([expect.any(Number), 2, 4, 89]);
    expect(waits[0]).toBeGreaterThanOrEqual(10);
    expect(waits[0]).toBeLessThanOrEqual(11);
    expect(waits[3]).toBe(900);
  });

  test('waits equally long when it is asked again', async () => {
    expect(await waitOf(1)).toBe(await waitOf(1));
  });

  test('does not wait where the settings want no pause', async () => {
    const { step } = await proposed(retryBackoff, { cause, retry: { attempts: 1, wait: 0 } });

    expect(step).toEqual({ action: 'retry-backoff', title: 'Build again.', wait_seconds: 0 });
  });

  test.each([
    [{ wait_seconds: 30 }, 30, '30 seconds'],
    [{ wait_seconds: 1 }, 1, '1 second'],
    [saying('429 Too Many Requests, Retry-After: 17'), 17, '17 seconds'],
  ])('takes the time that the failure names: %j', async (diagnosis, wait, written) => {
    expect((await proposed(retryBackoff, { cause, diagnosis })).step).toEqual({
      action: 'retry-backoff',
      title: `Build again after ${written}, as the failure itself asks.`,
      wait_seconds: wait,
    });
  });

  test('hands over what asks for more than is allowed', async () => {
    const { step, refusal } = await proposed(retryBackoff, {
      cause,
      diagnosis: { wait_seconds: 61 },
      recovery: { maxWait: 60 },
    });

    expect(step).toBeUndefined();
    expect(refusal).toBe('It asks to wait 61 seconds; recovery.maxWait allows 60.');
  });
});

test('targets that failed together do not come back together', () => {
  const seeds = Array.from({ length: 20 }, (_, n) => `target ${n}`);
  const waits = seeds.map((seed) => backoffSeconds({ base: 100, tries: 0, seed, longest: 900 }));

  expect(new Set(waits).size).toBeGreaterThan(10);
  expect(Math.min(...waits)).toBeGreaterThanOrEqual(100);
  expect(Math.max(...waits)).toBeLessThanOrEqual(110);
});

test.each([
  ['Retry-After: 17', 17],
  ['Please try again in 5 minutes.', 300],
  ['try again after 45 seconds', 45],
  ['rate limit exceeded, reset in 2m10s', 130],
  ['dial tcp 10.0.0.1:443: connect: connection refused', undefined],
])('%s names %s seconds', (text, seconds) => {
  expect(namedWait(diagnosisOf(cause, saying(text)))).toEqual(seconds);
});
