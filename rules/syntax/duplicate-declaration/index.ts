import { defineRule, errorsOf, startOf, type Template } from 'packer-hybrid/rules';

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
    plugin: 'The plugin "{name}" is already required on line {line} of {file}.',
  },
  create({ template, report }) {
    return {
      template() {
        for (const error of errorsOf(template, 'syntax/duplicate-declaration')) {
          report({ at: startOf(error), message: 'error', data: { text: error.message } });
        }
        for (const { again, first } of repeatedPlugins(template)) {
          const { file, start } = first.range;
          const data = { name: again.name, line: start.line, file };
          report({ at: startOf(again), message: 'plugin', data });
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
