import type { Confirm } from '../../../core/pipeline/types.ts';

/** Of several targets that ask at once, each waits until the question before it is answered. */
export function oneAfterTheOther(confirm: Confirm): Confirm {
  let last: Promise<unknown> = Promise.resolve();
  return (question, signal) => {
    const answer = last.then(() => confirm(question, signal));
    last = answer.catch(() => undefined);
    return answer;
  };
}
