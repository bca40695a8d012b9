import { readFile, writeFile } from 'node:fs/promises';
import { attributeValue, type RecoveryStepInput, sourceBody, type Template } from 'packer-hybrid';
import { applyEdits } from '../../../core/rules/fixes/apply-edits.ts';
import type { FailedBuild } from './failed-build.ts';

/** A template after the edits of a step, made in its files as the pipeline makes them in its copy. */
export interface Corrected {
  readonly template: Template;
  /** The texts of its files before and after, by path. */
  readonly texts: Readonly<Record<string, readonly [before: string, after: string]>>;
  /** The value of an attribute of the target's source. */
  value(attribute: string): unknown;
}

/** Makes the edits of a step in the files of the test and reads the template again. */
export async function corrected(build: FailedBuild, { edits = [] }: RecoveryStepInput): Promise<Corrected> {
  const texts: Record<string, readonly [string, string]> = {};
  for (const { path, absolutePath } of build.template.files) {
    const before = await readFile(absolutePath, 'utf8');
    const own = edits.map(({ edit }) => edit).filter(({ range }) => range.file === path);
    const after = applyEdits(before, own);
    await writeFile(absolutePath, after);
    texts[path] = [before, after];
  }
  const template = await build.reread();
  const { source, build: name } = build.target;
  return {
    template,
    texts,
    value(attribute) {
      const value = attributeValue(sourceBody(template, { ...source, build: name }), attribute);
      return value.state === 'unknown' ? undefined : value.value;
    },
  };
}
