import { basename, dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { functionsOf } from './functions.ts';
import { productFiles, sourceFiles } from './source-files.ts';
import { statementsOf } from './syntax.ts';

const everything = sourceFiles(['core', 'plugins', 'rules', 'cli', 'test', 'bench', 'scripts']);
const product = productFiles();
const functions = product.flatMap(functionsOf);

function lines(text: string): number {
  return text.trimEnd().split('\n').length;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

describe('files', () => {
  it('have kebab-case names, and so have their folders', () => {
    const name = /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|gen|d))*\.(ts|mjs)$/;
    const folder = /^_?[a-z0-9]+(-[a-z0-9]+)*$/;

    const odd = everything.filter(
      ({ path }) =>
        !name.test(basename(path)) ||
        !dirname(path)
          .split('/')
          .every((part) => folder.test(part)),
    );

    expect(odd.map(({ path }) => path)).toEqual([]);
  });

  it('are named for what they do, not for being handy', () => {
    const vague = everything.filter(({ path }) =>
      /(^|[/-])(utils?|helpers?|misc|common)([-./]|$)|(^|\/)managers?\./.test(path),
    );

    expect(vague.map(({ path }) => path)).toEqual([]);
  });

  it('have at most 300 lines, half of them fewer than 70', () => {
    const long = everything.filter(({ path, text }) => !path.endsWith('.gen.ts') && lines(text) > 300);

    expect(long.map(({ path, text }) => `${path}: ${lines(text)} lines`)).toEqual([]);
    expect(median(product.map(({ text }) => lines(text)))).toBeLessThan(70);
  });

  it('called index.ts only re-export', () => {
    const doors = product.filter(({ path }) => basename(path) === 'index.ts' && !path.startsWith('rules/'));

    const busy = doors.filter((file) =>
      statementsOf(file).some(({ type, source }) => !type.startsWith('Export') || !source),
    );

    expect(busy.map(({ path }) => path)).toEqual([]);
  });
});

describe('functions', () => {
  it('have at most 50 lines, half of them at most 12', () => {
    const long = functions.filter((one) => one.lines > 50);

    expect(long.map(({ path, line, lines: size }) => `${path}:${line} has ${size} lines`)).toEqual([]);
    expect(median(functions.map((one) => one.lines))).toBeLessThanOrEqual(12);
  });

  it('take at most three positional parameters', () => {
    const wide = functions.filter(({ parameters }) => parameters > 3);

    expect(wide.map(({ path, line, parameters }) => `${path}:${line} takes ${parameters}`)).toEqual([]);
  });
});
