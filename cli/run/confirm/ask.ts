import type { Readable, Writable } from 'node:stream';

export interface AskOptions {
  readonly input: Readable;
  readonly output: Writable;
  readonly signal: AbortSignal;
}

interface Key {
  readonly name?: string;
  readonly ctrl?: boolean;
}

/** Asks yes or no on a terminal; no answer is a no, and Ctrl-C, which a terminal in this mode hands over as a key, is told. */
export async function ask(
  message: string,
  { input, output, signal }: AskOptions,
): Promise<'yes' | 'no' | 'interrupted'> {
  const { confirm } = await import('@clack/prompts');
  const gone = new AbortController();
  let isInterrupted = false;
  const leave = () => gone.abort();
  const onKey = (_: unknown, { ctrl, name }: Key = {}) => {
    if (ctrl && name === 'c') isInterrupted = true;
    if (ctrl && name === 'd') leave();
  };
  input.on('keypress', onKey);
  for (const event of ['end', 'close', 'error']) input.once(event, leave);
  try {
    const answer = await confirm({
      message,
      initialValue: false,
      input,
      output,
      signal: AbortSignal.any([signal, gone.signal]),
    });
    if (isInterrupted) return 'interrupted';
    return answer === true ? 'yes' : 'no';
  } finally {
    input.off('keypress', onKey);
    for (const event of ['end', 'close', 'error']) input.off(event, leave);
  }
}
