import { createFormIndex, type Match } from './form-index.ts';
import { formsOf, shortestSecret } from './secret-forms.ts';
import type { Secrets } from './secrets.ts';

const mask = '***';

/** Overlapping and touching matches become one, so that no rest of a secret stays between two masks. */
function merged(matches: readonly Match[]): readonly Match[] {
  const spans: { start: number; end: number }[] = [];
  for (const { start, end } of matches) {
    const last = spans.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else spans.push({ start, end });
  }
  return spans;
}

function masked(text: string, spans: readonly Match[]): string {
  let result = '';
  let copied = 0;
  for (const { start, end } of spans) {
    result += text.slice(copied, start) + mask;
    copied = end;
  }
  return result + text.slice(copied);
}

/** The secrets of one run; adding is quick at any time, masking costs one pass over the text however many there are. */
export function createSecrets(values: readonly string[] = []): Secrets {
  const index = createFormIndex();
  const added = new Set<string>();

  function add(value: string): void {
    if (value.length < shortestSecret || added.has(value)) return;
    added.add(value);
    for (const form of formsOf(value)) if (form.length >= shortestSecret) index.add(form);
  }

  for (const value of values) add(value);
  return {
    add,
    redact(text) {
      const matches = added.size === 0 ? [] : index.find(text);
      return matches.length === 0 ? text : masked(text, merged(matches));
    },
  };
}
