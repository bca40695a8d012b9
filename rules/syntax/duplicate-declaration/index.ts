import { defineRule, errorsOf, startOf, type Template, type TemplateError } from 'packer-hybrid/rules';

export default defineRule({
  id: 'syntax/duplicate-declaration',
  meta: {
    summary: 'A variable, local, source, data source or required plugin is declared twice.',
    severity: 'critical',
    impact: 'build-fails',
    recovery: 'simple',
    confidence: 0.97,
    remedy: 'Keep one of the declarations: all files of a template directory count as one.',
    example: 'source "qemu" "example" {\n}\nsource "qemu" "example2" {\n}',
    recommended: true,
  },
  messages: {
    error: '{text} All files of this folder are read together.',
    alternatives:
      '{text} Each of the two files is whole by itself: Packer can build one file, and refuses the folder.',
    plugin: 'The plugin "{name}" is already required on line {line} of {file}.',
  },
  create({ template, report }) {
    return {
      template() {
        for (const error of errorsOf(template, 'syntax/duplicate-declaration')) {
          const at = startOf(error);
          const data = { text: error.message };
          if (areAlternatives(template, error)) {
            report({ at, message: 'alternatives', severity: 'medium', confidence: 0.6, data });
          } else report({ at, message: 'error', data });
        }
        for (const { again, first } of repeatedPlugins(template)) {
          const { file, start } = first.range;
          const data = { name: again.name, line: start.line, file };
          const milder = areWhole(template, [file, again.range.file])
            ? { severity: 'medium' as const, confidence: 0.6 }
            : {};
          report({ at: startOf(again), message: 'plugin', ...milder, data });
        }
      },
    };
  },
});

function repeatedPlugins({ requirements: { plugins } }: Template) {
  return plugins.flatMap((again, index) => {
    const first = plugins.slice(0, index).find(({ name }) => name === again.name);
    return first ? [{ again, first }] : [];
  });
}

/** Whether both files have a source and a build of their own, as templates that are built file by file do. */
function areAlternatives(template: Template, { range, message }: TemplateError): boolean {
  const [, first] = /declared at (.+):\d+\.$/.exec(message) ?? [];
  return first !== undefined && areWhole(template, [first, range.file]);
}

function areWhole({ builds, sources }: Template, [first, second]: readonly [string, string]): boolean {
  const isWhole = (file: string) =>
    builds.some(({ range }) => range.file === file) && sources.some(({ range }) => range.file === file);
  return first !== second && isWhole(first) && isWhole(second);
}
