import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { defineRule, type NamedFile, sourceText, type Template } from 'packer-hybrid/rules';
import { isSecretName } from '../_shared/secret-name.ts';
import { isTestFile, secretKind, withSeverity } from '../_shared/secret-value.ts';
import { isPublished } from './is-published.ts';

export default defineRule({
  id: 'security/plaintext-secret-in-pkrvars',
  meta: {
    summary: 'A variable file holds a secret in clear text.',
    severity: 'critical',
    impact: 'secret-exposed',
    recovery: 'moderate',
    confidence: 0.88,
    remedy:
      'Delete the line, give PKR_VAR_<name> in the pipeline, let git ignore the file, and change the secret, because the old one stays in the history.',
    example: '# prod.pkrvars.hcl.example\nwinrm_password = "<from the password store>"',
    recommended: true,
  },
  messages: {
    tracked: '"{name}" is a secret in clear text, in a file that git does not ignore.',
    local: '"{name}" is a secret in clear text; git does not publish this file, but whoever reads it has it.',
    hash: '"{name}" is the hash of a password, which can be guessed back.',
  },
  create: ({ template, report, readFile }) => ({
    template() {
      const sensitive = new Set(template.variables.filter((one) => one.sensitive).map(({ name }) => name));
      for (const { path, absolutePath, text } of variableFiles(template, readFile)) {
        const place = sourceText(path, text).range;
        for (const { name, value, start, end } of assignments(text)) {
          const kind =
            isSecretName(name) || sensitive.has(name)
              ? secretKind(value, { changeMeCounts: false })
              : undefined;
          if (!kind || (!isSecretName(name) && isPlainValue(value))) continue;
          const message = kind === 'hash' ? 'hash' : isPublished(absolutePath) ? 'tracked' : 'local';
          const severity = isTestFile(path)
            ? 'low'
            : message === 'tracked' && kind === 'secret'
              ? undefined
              : 'medium';
          report({ at: place(start, end), message, data: { name }, ...withSeverity(severity) });
        }
      }
    },
  }),
});

interface VariableFile extends NamedFile {
  readonly absolutePath: string;
}

/** Those that the template reads, and those that lie beside it for `-var-file`. */
function variableFiles(
  template: Template,
  readFile: (path: string) => NamedFile | undefined,
): readonly VariableFile[] {
  const known = template.files.filter(({ role }) => role === 'variables');
  const paths = new Set(known.map(({ absolutePath }) => absolutePath));
  const beside = namesIn(template.root)
    .filter((name) => /\.pkrvars\.(hcl|json)$/.test(name))
    .map((name) => join(template.root, name))
    .filter((path) => !paths.has(path));
  return [
    ...known,
    ...beside.flatMap((absolutePath) => {
      const file = readFile(absolutePath);
      return file ? [{ ...file, absolutePath }] : [];
    }),
  ];
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).toSorted();
  } catch {
    return [];
  }
}

/** Sensitive variables also hold user names and addresses. */
function isPlainValue(value: string): boolean {
  return /^[a-z][a-z_.-]*$|^[\w.+-]+@[\w.-]+$|^[\w-]+(\.[\w-]+)+$/i.test(value);
}

const assignment =
  /^[ \t{,]*"?([A-Za-z_][\w-]*)"?[ \t]*[=:][ \t]*"((?:[^"\\\n]|\\.)*)"|[{,][ \t]*"?([A-Za-z_][\w-]*)"?[ \t]*[=:][ \t]*"((?:[^"\\\n]|\\.)*)"/gm;

/** `name = "text"` and `"name": "text"`, at the top and inside objects; the place is that of the text with its quotes. */
function assignments(text: string) {
  return [...text.matchAll(assignment)].map((match) => {
    const name = match[1] ?? match[3] ?? '';
    const value = match[2] ?? match[4] ?? '';
    const end = match.index + match[0].length;
    return { name, value, start: end - value.length - 2, end };
  });
}
