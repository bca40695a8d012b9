import { expect, it } from 'vitest';
import { shareWork } from './share-work.ts';

function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

it('does the work once for all who wait, and anew afterwards', async () => {
  const share = shareWork<number>();
  let done = 0;
  const work = async () => {
    done += 1;
    return done;
  };
  const { signal } = new AbortController();

  const together = await Promise.all([share('a', signal, work), share('a', signal, work)]);
  const later = await share('a', signal, work);

  expect(together).toEqual([1, 1]);
  expect(later).toBe(2);
});

it('goes on for the others when one leaves', async () => {
  const share = shareWork<string>();
  const [leaving, staying] = [new AbortController(), new AbortController()];
  let finish: (value: string) => void = () => undefined;
  const work = () => new Promise<string>((resolve) => (finish = resolve));
  const left = share('a', leaving.signal, work);
  const stayed = share('a', staying.signal, work);

  leaving.abort(new Error('gone'));
  await expect(left).rejects.toThrow('gone');
  finish('done');

  expect(await stayed).toBe('done');
});

it('stops when the last one leaves, and can begin again', async () => {
  const share = shareWork<string>();
  const stop = new AbortController();
  const waiting = share('a', stop.signal, untilAborted);

  stop.abort(new Error('gone'));

  await expect(waiting).rejects.toThrow('gone');
  expect(await share('a', new AbortController().signal, async () => 'again')).toBe('again');
});
