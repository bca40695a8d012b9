import type { Template, TemplateSetting } from 'packer-hybrid';
import { describe, expect, it } from 'vitest';
import { settingOf } from './setting-of.ts';

const setting = (path: string): TemplateSetting => ({
  path,
  vars: {},
  secrets: {},
  varFiles: [],
  cwd: 'workspace',
});
const at = (path: string) => ({ path }) as Template;

describe('settingOf', () => {
  it.each([
    ['images/web', 'images/web'],
    ['./images/web/', 'images/web'],
    ['images/*', 'images/web'],
    ['images/**', 'images/a/b'],
    ['images/{web,db}', 'images/db'],
    ['images/**/*.pkr.hcl', 'images/a/web.pkr.hcl'],
    ['images/**/*.pkr.hcl', 'images/a'],
    ['.', '.'],
  ])('finds "%s" for %s', (path, template) => {
    expect(settingOf(at(template), { templates: [setting(path)] }).path).toBe(path);
  });

  it.each([
    ['images/*', 'images/a/b'],
    ['images/we', 'images/web'],
    ['images/w?b', 'images/web/x'],
  ])('does not take "%s" for %s', (path, template) => {
    expect(settingOf(at(template), { templates: [setting(path)] }).cwd).toBe('template');
  });

  it('prefers the last that names it, and names to globs', () => {
    const first = { ...setting('images/web'), vars: { a: '1' } };
    const last = { ...setting('images/web'), vars: { a: '2' } };

    expect(settingOf(at('images/web'), { templates: [first, last, setting('images/*')] })).toBe(last);
  });
});
