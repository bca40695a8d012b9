import { resolve } from 'node:path';
import {
  defineRule,
  type Expression,
  evaluate,
  type NamedFile,
  type ScriptLine,
  scopeOf,
  sourceText,
} from 'packer-hybrid/rules';
import { answerFiles } from '../_shared/answer-files.ts';
import { keysIn } from './keys-in.ts';

/** Attributes whose files are keys or go into the guest. */
const fileAttributes = new Set(['ssh_private_key_file', 'ssh_bastion_private_key_file', 'source', 'sources']);

export default defineRule({
  id: 'security/embedded-key-material',
  meta: {
    summary: 'A private key or access token is part of the template or of a file beside it.',
    severity: 'critical',
    impact: 'secret-exposed',
    recovery: 'moderate',
    confidence: 0.9,
    remedy:
      'Revoke it, make a new one, and read that from a secret store or from a file outside the repository.',
    example: 'ssh_private_key_file = var.ssh_private_key_file',
    recommended: true,
  },
  messages: {
    key: 'This is {what} that can be used: whoever has the repository has it.',
    vagrant: 'This is the public private key of Vagrant: everybody can log in where it is accepted.',
  },
  create({ template, report, readFile }) {
    const seen = new Set<string>();
    function check({ path, text }: NamedFile): void {
      if (seen.has(path) || /(^|\/)testdata\//.test(path)) return;
      seen.add(path);
      const place = sourceText(path, text).range;
      for (const { what, start, end, isVagrant } of keysIn(text)) {
        const at = place(start, end);
        if (isVagrant) report({ at, message: 'vagrant', severity: 'low' });
        else report({ at, message: 'key', data: { what } });
      }
    }
    /** Lines of a script that was read already; places come from them. */
    function checkLines(path: string, lines: readonly ScriptLine[]): void {
      check({ path, text: textOfLines(lines) });
    }
    function checkNamed(expression: Expression, folder: string): void {
      const value = evaluate(expression, scopeOf(template));
      const paths = value.state === 'unknown' ? [] : [value.value].flat();
      for (const path of paths) {
        const file =
          typeof path === 'string' && !path.endsWith('/') ? readFile(resolve(folder, path)) : undefined;
        if (file) check(file);
      }
    }
    return {
      file: check,
      target(target) {
        for (const { name, text, at } of answerFiles({ template, readFile }, target)) {
          const { file } = at(0, 0);
          if (file === name) check({ path: name, text });
        }
      },
      attribute({ name, expression }) {
        if (fileAttributes.has(name)) checkNamed(expression, template.cwd);
      },
      expression(expression) {
        if (expression.kind !== 'call' || !/^(file|templatefile|filebase64)$/.test(expression.name)) return;
        const [first] = expression.args;
        if (first) checkNamed(first, template.root);
      },
      script({ origin, lines }) {
        const path = lines[0]?.range.file;
        if (origin === 'file' && path !== undefined) checkLines(path, lines);
      },
    };
  },
});

/** Line ends of one sign are enough: the places of keys lie inside their lines. */
function textOfLines(lines: readonly ScriptLine[]): string {
  return lines.map(({ text }) => text).join('\n');
}
