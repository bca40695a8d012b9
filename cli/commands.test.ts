import { expect, test } from 'vitest';
import { resumableStages, severities } from '../core/schema/index.ts';
import { commands } from './commands.ts';
import { options } from './options.ts';
import { parseOptions } from './parse-options.ts';

test('choices are those of the core', () => {
  expect(options.until.choices).toEqual(resumableStages);
  expect(options.from.choices).toEqual(resumableStages);
  expect(options.gate.choices).toEqual([...severities, 'none']);
});

test.each(commands.map((command) => [command.name, command] as const))('%s', (_, command) => {
  const names = command.options.flatMap(({ name, short = '' }) => [`--${name}`, short]).filter(Boolean);
  const examples = command.examples.map(({ command: line }) => line);

  expect(new Set(names).size).toBe(names.length);
  expect(names).toEqual(expect.arrayContaining(['--format', '--help', '--debug', '--no-color']));
  expect(examples.length).toBeGreaterThan(0);
  for (const line of examples) {
    const words = line.replace(/ > .*/, '').replaceAll('"', '').split(' ');
    expect(words[0]).toBe(command.name);
    expect(() => parseOptions(command, words.slice(1))).not.toThrow();
  }
});
