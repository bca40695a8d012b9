// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { defineRule, errorsOf } from 'packer-hybrid/rules';
import { isLegacy } from '../_shared/whole-files.ts';
import { insertsIn } from './inserts-in.ts';
import { templateFileCalls } from './template-file-calls.ts';

export default defineRule({
  id: 'syntax/templatefile-variable-mismatch',
  meta: {
    summary: 'A template file names a value that it is not given, or is given one that it never uses.',
    severity: 'high',
    impact: 'build-fails',
    recovery: 'simple',
    confidence: 0.92,
    remedy:
      'Give the template file just the values that it names; escape what is meant for the shell as $${name}.',
    example: 'templatefile("${path.root}/user-data.pkrtpl.hcl", { locale = "en_US" })',
    recommended: true,
    needsWholeTemplate: false,
  },
  messages: {
    error: '{text}',
    unused: 'The file "{file}" never uses "{key}": this value changes nothing.',
    key: '"{key}" is no name that a template file can use: it begins with a letter and holds letters, digits and "_" only.',
  },
  create({ template, readFile, report }) {
    return {
      template() {
        for (const { range, message } of errorsOf(template, 'syntax/templatefile-variable-mismatch')) {
          report({ at: range, message: 'error', severity: 'critical', data: { text: message } });
        }
        if (isLegacy(template)) return;
        for (const { path, entries } of templateFileCalls(template)) {
          const file = readFile(path);
          const inserts = file && insertsIn(file.text);
          for (const { key, at, isSecret } of entries) {
            if (!/^\p{L}[\p{L}\p{N}_-]*$/u.test(key)) {
              report({ at, message: 'key', severity: 'critical', data: { key } });
            } else if (file && !inserts?.some((insert) => names(insert, key))) {
              const severity = isSecret ? 'high' : 'medium';
              report({ at, message: 'unused', severity, data: { key, file: file.path } });
            }
          }
        }
      },
    };
  },
});

function names(insert: string, key: string): boolean {
  const index = insert.search(new RegExp(`(?<![\\w.-])${key.replaceAll('-', '\\-')}(?![\\w-])`));
  return index !== -1;
}
