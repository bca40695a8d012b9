import {
  attributeOf,
  defineRule,
  type Expression,
  removalOf,
  type Template,
  type TextEdit,
} from 'packer-hybrid/rules';
import { type DeclaredVariable, declaredVariables } from '../_shared/declared-variables.ts';
import { isSecretName } from '../_shared/secret-name.ts';
import { secretKind, secretSeverity, withSeverity } from '../_shared/secret-value.ts';

export default defineRule({
  id: 'security/plaintext-secret-default',
  meta: {
    summary: 'A variable for a secret has that secret as its default.',
    severity: 'critical',
    impact: 'secret-exposed',
    recovery: 'simple',
    confidence: 0.9,
    remedy:
      'Remove the default, mark the variable as sensitive, give the value from outside (PKR_VAR_…, env(), Vault), and change the secret, because the old one stays in the history.',
    example:
      'variable "proxmox_token" {\n  type      = string\n  default   = env("PROXMOX_TOKEN")\n  sensitive = true\n}',
    recommended: true,
    fixable: 'suggested',
  },
  messages: {
    written:
      'The default of "{name}" is a secret in clear text, in version control and used whenever nobody gives another one.',
    entry: 'The default of "{name}" holds a secret in clear text under "{key}".',
    hash: 'The default of "{name}" is the hash of a password, which can be guessed back from version control.',
  },
  create: ({ template, report }) => ({
    template() {
      for (const declared of declaredVariables(template)) {
        for (const { key, text, expression } of secretTexts(declared)) {
          const kind = secretKind(text);
          if (!kind) continue;
          const { name } = declared;
          const severity = secretSeverity(kind, expression.range.file);
          const common = { at: expression.range, ...withSeverity(severity) };
          if (key !== undefined) report({ ...common, message: 'entry', data: { name, key } });
          else
            report({
              ...common,
              message: kind === 'hash' ? 'hash' : 'written',
              data: { name },
              fix: withoutDefault(template, declared),
            });
        }
      }
    },
  }),
});

interface SecretText {
  /** The key of the entry in an object. */
  readonly key: string | undefined;
  readonly text: string;
  readonly expression: Expression;
}

function secretTexts({ name, variable, preset }: DeclaredVariable): readonly SecretText[] {
  if (!preset || variable.type === 'bool' || variable.type === 'number') return [];
  const { expression } = preset;
  if (expression.kind !== 'object') return isSecretName(name) ? textsIn(undefined, expression) : [];
  return expression.entries.flatMap(({ key, value }) => {
    const entry = key.kind === 'literal' ? String(key.value) : '';
    return isSecretName(entry) || isSecretName(name) ? textsIn(entry, value) : [];
  });
}

function textsIn(key: string | undefined, expression: Expression): readonly SecretText[] {
  if (expression.kind === 'list') return expression.items.flatMap((item) => textsIn(key, item));
  if (expression.kind !== 'literal' || typeof expression.value !== 'string') return [];
  return [{ key, text: expression.value, expression }];
}

/** The default goes; a variable that is not sensitive yet becomes so in its place. */
function withoutDefault(
  template: Template,
  { preset, block, syntax }: DeclaredVariable,
): readonly TextEdit[] {
  if (!preset || !block || syntax !== 'hcl') return [];
  if (attributeOf(block.body, 'sensitive')) return [removalOf(template, preset)];
  return [{ range: preset.range, newText: 'sensitive = true' }];
}
