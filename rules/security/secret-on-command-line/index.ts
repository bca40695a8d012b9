// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { type Attribute, defineRule, type Expression, fileOf, type Holder } from 'packer-hybrid/rules';
import { itemsOf } from '../_shared/literals.ts';
import { secretUses } from '../_shared/references.ts';
import { withSeverity } from '../_shared/secret-value.ts';

const argumentLists = new Set(['extra_arguments', 'ansible_extra_arguments']);
const notCommands = new Set(['boot_command', 'inline_shebang']);
/** `echo 'secret' | sudo -S …`: no process has it among its arguments, because echo is built into the shell. */
const throughPipe = /\b(echo|printf)\b[^|]*\$\{[^}]*\}[^|]*\|.*\bsudo\s+(-\w+\s+)*-\w*S/s;

export default defineRule({
  id: 'security/secret-on-command-line',
  meta: {
    summary: 'A secret becomes part of a command line in the guest.',
    severity: 'medium',
    impact: 'secret-exposed',
    recovery: 'simple',
    confidence: 0.8,
    remedy: 'Give it through environment_vars, or through a file that the tool reads.',
    example: 'environment_vars = ["INSTALL_PASSWORD=${var.install_password}"]',
    recommended: true,
  },
  messages: {
    command:
      'The secret "{name}" is written into {attribute}: it shows in the process list, in the uploaded script and in event logs.',
    piped:
      'The secret "{name}" is written into {attribute}, from where it goes to sudo; it still lies in the command that Packer sends.',
    argument:
      'The secret "{name}" is an argument of the Ansible command, which Packer prints and the process list shows.',
  },
  create({ template, report }) {
    function check(attribute: Attribute, expression: Expression): void {
      const [secret] = secretUses(template, expression);
      if (!secret) return;
      const { name } = secret;
      if (argumentLists.has(attribute.name)) {
        report({ at: expression.range, message: 'argument', data: { name } });
        return;
      }
      const { start, end } = expression.range;
      const written = fileOf(template, expression.range)?.text.slice(start.offset, end.offset) ?? '';
      const isPiped = throughPipe.test(written.replaceAll(/\{\{\s*user\s+`(\w+)`\s*\}\}/g, '${$1}'));
      const data = { name, attribute: attribute.name };
      report({
        at: expression.range,
        message: isPiped ? 'piped' : 'command',
        data,
        ...withSeverity(isPiped ? 'low' : undefined),
      });
    }
    return {
      attribute(attribute, holder) {
        if (!isCommandLine(attribute, holder)) return;
        const items = itemsOf(template, attribute.expression);
        if (items.length === 0) check(attribute, attribute.expression);
        for (const { value } of items) check(attribute, value);
      },
    };
  },
});

function isCommandLine({ name }: Attribute, { kind, type }: Holder): boolean {
  if (kind === 'data' || notCommands.has(name)) return false;
  if (argumentLists.has(name)) return type.startsWith('ansible');
  return name === 'inline' || name === 'command' || name.endsWith('_command');
}
