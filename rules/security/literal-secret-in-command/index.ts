// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { type Command, commandsIn, defineRule, type Script, type Template } from 'packer-hybrid/rules';
import { secretKind, secretSeverity, withSeverity } from '../_shared/secret-value.ts';
import { writtenText } from '../_shared/written-text.ts';
import { commandSecrets } from './command-secrets.ts';

export default defineRule({
  id: 'security/literal-secret-in-command',
  meta: {
    summary: 'A command contains a password or token in clear text.',
    severity: 'critical',
    impact: 'secret-exposed',
    recovery: 'simple',
    confidence: 0.85,
    remedy:
      'Give the secret through a sensitive variable: in environment_vars for scripts, as ${var.name} in execute_command. Change it, because the old one stays in the history.',
    example: `execute_command = "echo '\${var.ssh_password}' | {{ .Vars }} sudo -S -E sh -eux '{{ .Path }}'"`,
    recommended: true,
  },
  messages: {
    written:
      'The {what} is written in clear text: it is in version control, in the log of the build and often in the image.',
  },
  create: ({ template, report }) => ({
    script(script) {
      for (const command of commandsIn(script)) {
        for (const { what, text, from = command } of commandSecrets(command)) {
          const kind = secretKind(text);
          if (!kind || kind === 'hash' || !isWritten(template, script, { from, text })) continue;
          const severity = secretSeverity(kind, command.range.file);
          report({ at: from.range, message: 'written', data: { what }, ...withSeverity(severity) });
        }
      }
    },
  }),
});

/** What a variable brings into the command is not written there; other rules judge its default. */
function isWritten(
  template: Template,
  { origin }: Script,
  { from, text }: { readonly from: Command; readonly text: string },
): boolean {
  if (origin === 'file' || from.heredoc?.includes(text)) return true;
  return writtenText(template, from.range)?.includes(text) ?? false;
}
