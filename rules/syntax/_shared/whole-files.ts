import type { Placed, Template } from 'packer-hybrid/rules';

/** Tells whether a place lies in a file without syntax errors: what spills out of a broken block is not misplaced. */
export function inWholeFile(template: Template): (place: Placed) => boolean {
  const broken = new Set(
    template.errors.filter(({ kind }) => kind === 'syntax').map(({ range }) => range.file),
  );
  return ({ range }) => !broken.has(range.file);
}

/** Whether it is a template of Packer's older JSON form, which has other rules. */
export function isLegacy(template: Template): boolean {
  return template.files.some(({ syntax }) => syntax === 'legacy-json');
}
