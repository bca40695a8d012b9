import type { Confirm, RunRequest } from '../../../core/pipeline/types.ts';
import type { Invocation } from '../../invocation.ts';
import { isCi } from '../../is-ci.ts';
import type { Reporter } from '../../reporters/reporter.ts';
import { styleFor } from '../../style.ts';
import { ask } from './ask.ts';
import { oneAfterTheOther } from './one-after-the-other.ts';
import { questionText } from './question-text.ts';

/** What a question is asked with. */
export interface Terminal {
  readonly stdin: NodeJS.ReadStream;
  /** Ends the run as Ctrl-C does. */
  readonly interrupt: () => void;
}

/** Looked at only when somebody may be asked: standard input is opened by looking at it. */
const thisTerminal = (): Terminal => ({
  stdin: process.stdin,
  interrupt: () => void process.emit('SIGINT', 'SIGINT'),
});

/** Lets a person at a terminal decide about recoveries; where nobody can answer, nobody is asked. */
export function confirmOnTerminal(
  invocation: Pick<Invocation, 'env' | 'options' | 'output'>,
  reporter: Pick<Reporter, 'hold'>,
  terminal: () => Terminal = thisTerminal,
): Pick<RunRequest, 'confirm'> {
  const { env, options, output } = invocation;
  const isForPeople = (options.value('format') ?? 'pretty') === 'pretty';
  const isWatched = output.stderr.isTTY && !isCi(env) && env.TERM !== 'dumb';
  if (!isForPeople || !isWatched) return {};
  const { stdin, interrupt } = terminal();
  if (!stdin.isTTY) return {};

  const style = styleFor(output.stderr, { env, noColor: options.has('no-color') });
  const confirm: Confirm = async (question, signal) => {
    signal.throwIfAborted();
    const release = reporter.hold?.();
    try {
      output.err(questionText(question, style));
      const answer = await ask(`Do this and build ${question.target.packer_name} again?`, {
        input: stdin,
        output: output.stderr.stream,
        signal,
      });
      if (answer === 'interrupted') interrupt();
      return answer === 'yes';
    } finally {
      release?.();
    }
  };
  return { confirm: oneAfterTheOther(confirm) };
}
