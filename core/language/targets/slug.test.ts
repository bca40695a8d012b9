import { describe, expect, it } from 'vitest';
import type { Target } from '../../schema/index.ts';
import { slugOf, uniqueSlugs } from './slug.ts';

function target(template: string, build: string | undefined, name: string): Target {
  const source = { type: 'null', name };
  return {
    id: `dev/${build ?? '-'}/null.${name}`,
    slug: slugOf({ env: 'dev', build, source }),
    env: 'dev',
    template,
    ...(build === undefined ? {} : { build }),
    source,
    packer_name: `null.${name}`,
    platform: 'null',
    os: 'linux',
  };
}

const slugs = (targets: readonly Target[]) => uniqueSlugs(targets).map(({ slug }) => slug);

describe('slugOf', () => {
  it.each([
    ['golden', 'debian', 'dev.golden.null.debian'],
    [undefined, 'debian', 'dev.null.debian'],
    ['my build/é', '../x', 'dev.my-build.null.x'],
  ])('makes a file name of %s and %s', (build, name, expected) => {
    expect(slugOf({ env: 'dev', build, source: { type: 'null', name } })).toEqual(expected);
  });

  it('keeps long names apart that begin alike', () => {
    const long = 'x'.repeat(300);

    const [one, two] = [`${long}1`, `${long}2`].map((name) =>
      slugOf({ env: 'dev', build: undefined, source: { type: 'null', name } }),
    );

    expect(one).not.toEqual(two);
    expect(one?.length).toBeLessThanOrEqual(100);
  });
});

describe('uniqueSlugs', () => {
  it('leaves names alone that are unique', () => {
    expect(slugs([target('a', undefined, 'x'), target('a', 'b', 'x')])).toEqual([
      'dev.null.x',
      'dev.b.null.x',
    ]);
  });

  it('tells equal targets apart by their template', () => {
    const found = slugs([target('images/a', undefined, 'x'), target('images/b', undefined, 'x')]);

    expect(found).toEqual(['dev.null.x.images-a', 'dev.null.x.images-b']);
  });

  it('tells names apart that differ in case or in what a file name cannot hold', () => {
    const targets = [target('a', undefined, 'X'), target('a', undefined, 'x'), target('a', undefined, 'x?')];

    const found = slugs(targets);

    expect(new Set(found.map((slug) => slug.toLowerCase())).size).toEqual(3);
    expect(found.every((slug) => /^[A-Za-z0-9._-]+$/.test(slug))).toEqual(true);
  });

  it('does not depend on the order of the targets', () => {
    const targets = [
      target('a', undefined, 'x'),
      target('b', undefined, 'x'),
      target('a', 'x', 'y'),
      target('a', undefined, 'X'),
    ];

    expect(slugs(targets.toReversed()).toReversed()).toEqual(slugs(targets));
  });
});
