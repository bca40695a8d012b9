import { expect, test } from 'vitest';
import { commands } from './commands.ts';
import { commandHelp, generalHelp, helpDocument } from './help.ts';

const pages = [generalHelp, ...commands.map((command) => (width: number) => commandHelp(command, width))];

test.each([80, 120])('help fits %i columns', (width) => {
  const lines = pages.flatMap((page) => page(width).split('\n'));

  expect(lines.filter((line) => line.length > width)).toEqual([]);
});

test('what is wrapped loses no word', () => {
  const words = (text: string) => text.split(/\s+/).sort();

  for (const page of pages) expect(words(page(80))).toEqual(words(page(1000)));
});

test('as data, help is the table without its code', () => {
  const [run] = commands;

  const document = helpDocument(commands.slice(0, 1));

  expect(JSON.parse(JSON.stringify(document)).commands).toMatchObject([
    { name: 'run', options: run?.options },
  ]);
  expect(document.commands[0]).not.toHaveProperty('load');
});
