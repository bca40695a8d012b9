import { expect, test } from 'vitest';
import { samplePlan } from '../../testing/sample-recovery.ts';
import { sampleTarget } from '../../testing/sample-run.ts';
import { oneAfterTheOther } from './one-after-the-other.ts';

const question = (name: string) => ({ target: sampleTarget('qemu', name), plan: samplePlan() });
const { signal } = new AbortController();

test('a question waits for the answer to the one before, also when that one fails', async () => {
  const open: string[] = [];
  const answers = new Map<string, (answer: boolean | Error) => void>();
  const confirm = oneAfterTheOther(
    ({ target }) =>
      new Promise((resolve, reject) => {
        open.push(target.packer_name);
        answers.set(target.packer_name, (answer) =>
          answer instanceof Error ? reject(answer) : resolve(answer),
        );
      }),
  );

  const first = confirm(question('a'), signal);
  const second = confirm(question('b'), signal);
  await Promise.resolve();
  const before = [...open];
  answers.get('qemu.a')?.(new Error('no terminal'));
  await expect(first).rejects.toThrow('no terminal');
  await Promise.resolve();
  answers.get('qemu.b')?.(true);

  expect(before).toEqual(['qemu.a']);
  expect(await second).toBe(true);
});
