import { commandsIn } from 'packer-hybrid/rules';
import { playbookWork, type Reading, type Work } from './playbook-work.ts';
import { isSet, textsOf } from './settings.ts';
import { type Step, textOfStep } from './steps.ts';

/** Steps that do nothing to a machine's configuration, or only look at it. */
const idle: ReadonlySet<string> = new Set([
  'file',
  'breakpoint',
  'sleep',
  'goss',
  'inspec',
  'windows-restart',
]);

/** What the steps do to a machine, as text to search in, and whether that is all of it. */
export function guestWork(reading: Reading, steps: readonly Step[]): Work {
  const works = steps.map((step) => stepWork(reading, step));
  return { text: works.map(({ text }) => text).join('\n'), isWhole: works.every(({ isWhole }) => isWhole) };
}

function stepWork(reading: Reading, step: Step): Work {
  const { type, body } = step.component;
  if (idle.has(type)) return { text: '', isWhole: true };
  if (type === 'ansible' || type === 'ansible-local') return playbookWork(reading, body);
  const text = textOfStep(step);
  if (type === 'shell-local') return { text, isWhole: !/\b(?:ansible|ssh|virt-\w+)\b/.test(text) };
  return { text, isWhole: type === 'shell' && isRead(step) && !callsUnseen(step) };
}

/** Whether every script of the step could be read. */
function isRead({ component: { body }, scripts }: Step): boolean {
  const files = scripts.filter(({ origin }) => origin === 'file').length;
  const named = ['script', 'scripts'].filter((name) => body.attributes.some((one) => one.name === name));
  const counted = named.reduce((sum, name) => sum + (textsOf(body, name)?.length ?? Number.NaN), 0);
  const hasInline = !body.attributes.some(({ name }) => name === 'inline') || isSet(body, 'inline');
  return files === counted && hasInline;
}

/** Whether a script calls another one that came into the machine in some other way. */
function callsUnseen({ scripts }: Step): boolean {
  return scripts
    .flatMap((script) => commandsIn(script))
    .some(({ name, words: [program = '', ...args] }) => {
      if (/^(?:\.{0,2}\/(?!usr|bin|sbin|etc|opt)|~|\$\w*\/|\$\{).*\/|^\.\//.test(program)) return true;
      const runsFile = /^(?:ba|da)?sh$|^source$|^\.$/.test(name);
      return runsFile && args.some((word) => /^[^-].*(?:\.sh$|^\/tmp\/|^\/home\/)/.test(word));
    });
}
