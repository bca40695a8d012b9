// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { defineRule, type Expression, type Local, type Severity, walkExpression } from 'packer-hybrid/rules';
import { type VariableUse, variableUses } from '../_shared/references.ts';
import { isHarmlessName, isHashName } from '../_shared/secret-name.ts';
import { withSeverity } from '../_shared/secret-value.ts';
import { plainValue } from '../_shared/settings.ts';
import { ownBlock } from './own-block.ts';

/** Functions whose result no longer contains what went in. */
const transforming = new Map<string, Severity | undefined>([
  ['base64encode', undefined],
  ['base64gzip', undefined],
  ['textencodebase64', undefined],
  ['urlencode', undefined],
  ['strrev', undefined],
  ['upper', undefined],
  ['lower', undefined],
  ['jsonencode', 'low'],
  ['yamlencode', 'low'],
  ['templatefile', 'low'],
  ['bcrypt', 'low'],
  ['md5', 'low'],
  ['sha1', 'low'],
  ['sha256', 'low'],
  ['sha512', 'low'],
]);

export default defineRule({
  id: 'security/derived-secret-not-redacted',
  meta: {
    summary: 'A text that is computed from a secret is not known to be one.',
    severity: 'high',
    impact: 'secret-exposed',
    recovery: 'simple',
    confidence: 0.85,
    remedy: 'Declare it as local "name" with expression and sensitive = true.',
    example: 'local "auth" {\n  expression = base64encode("admin:${var.pw}")\n  sensitive  = true\n}',
    recommended: true,
    fixable: 'suggested',
  },
  messages: {
    local:
      '{called}() makes a new text of the secret "{secret}", and Packer, which hides only exact values, prints local.{name} readable.',
    inline:
      '{called}() makes a new text of the secret "{secret}", which Packer, hiding only exact values, prints readable.',
  },
  create({ template, report }) {
    function found(expression: Expression) {
      if (expression.kind !== 'call' || !transforming.has(expression.name)) return undefined;
      const secret = expression.args.flatMap((arg) => variableUses(template, arg)).find(isRedacted);
      return (
        secret && {
          called: expression.name,
          secret: secret.name,
          at: expression.range,
          severity: transforming.get(expression.name),
        }
      );
    }
    function checkLocal(local: Local): void {
      for (const expression of walkExpression(local.expression)) {
        const transformed = local.sensitive ? undefined : found(expression);
        if (!transformed) continue;
        const { at, called, secret, severity } = transformed;
        const data = { called, secret, name: local.name };
        report({ at, message: 'local', data, fix: ownBlock(template, local), ...withSeverity(severity) });
        return;
      }
    }
    return {
      local: checkLocal,
      attribute(attribute, { kind }) {
        // What only the guest's installer reads is not logged.
        if (kind === 'data' || /content$|^user_data$|^custom_data$/.test(attribute.name)) return;
        for (const expression of walkExpression(attribute.expression)) {
          const transformed = found(expression);
          if (!transformed) continue;
          const { at, called, secret, severity } = transformed;
          report({ at, message: 'inline', data: { called, secret }, ...withSeverity(severity) });
          return;
        }
      },
    };
  },
});

/** A value that Packer hides as it is: a sensitive variable that may hold something. */
function isRedacted({ name, variable }: VariableUse): boolean {
  if (!variable?.sensitive || isHashName(name) || isHarmlessName(name)) return false;
  const plain = plainValue(variable.value);
  return plain !== null && plain !== '';
}
