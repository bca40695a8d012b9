import type { Template } from 'packer-hybrid/rules';
import { namesUsed } from './declared-blocks.ts';
import { isLegacy } from './whole-files.ts';

/** Variables that something uses besides their own validation; undefined when that cannot be told. */
export function variablesUsed(template: Template): ReadonlySet<string> | undefined {
  if (isLegacy(template)) {
    // Values that nobody gave come from variable files, which name variables themselves.
    return template.variables.every(({ hasDefault }) => hasDefault) ? namesInText(template) : undefined;
  }
  return namesUsed(template, 'var', ({ blocks: [outer] }, name) => {
    return outer?.type !== 'variable' || outer.labels[0] !== name;
  });
}

/** Templates of the older form name variables inside of strings. */
function namesInText({ files }: Template): ReadonlySet<string> {
  const names = files.flatMap(({ text }) =>
    [...text.matchAll(/\buser\s+(?:`|\\?["'])?([\w-]+)/g)].map(([, name]) => String(name)),
  );
  return new Set(names);
}
