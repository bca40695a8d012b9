import { expect, test } from 'vitest';
import { isInside, portablePath } from './is-inside.ts';

test.each([
  ['/work', '/work', true],
  ['/work', '/work/logs/a', true],
  ['/work', 'logs/a', true],
  ['/work', '/work/..a', true],
  ['/work', '/work/../etc', false],
  ['/work', '../etc', false],
  ['/work', '/works', false],
  ['/work', '/', false],
])('inside %s: %s is %s', (root, path, expected) => {
  expect(isInside(root, path)).toEqual(expected);
});

test.each([
  ['/work/templates/a.pkr.hcl', 'templates/a.pkr.hcl'],
  ['/work', '.'],
  ['/srv/images/debian.iso', '/srv/images/debian.iso'],
])('%s is shown as %s', (path, expected) => {
  expect(portablePath('/work', path)).toEqual(expected);
});
