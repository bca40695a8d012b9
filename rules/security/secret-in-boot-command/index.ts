import { defineRule, type Expression } from 'packer-hybrid/rules';
import { itemsOf, literalTexts } from '../_shared/literals.ts';
import { secretUses } from '../_shared/references.ts';
import { isSecretName } from '../_shared/secret-name.ts';
import { type SecretKind, secretKind, secretSeverity, withSeverity } from '../_shared/secret-value.ts';

export default defineRule({
  id: 'security/secret-in-boot-command',
  meta: {
    summary: 'A secret is typed into the console of the machine.',
    severity: 'high',
    impact: 'secret-exposed',
    recovery: 'moderate',
    confidence: 0.8,
    remedy:
      'Serve it as a hash in the answer file, through cd_content or http_content, instead of typing it.',
    example: 'boot_command = ["<esc>auto url=http://{{ .HTTPIP }}:{{ .HTTPPort }}/preseed.cfg<enter>"]',
    recommended: true,
  },
  messages: {
    written:
      'The boot command types a password in clear text ("{what}"): it shows on the console, in logs and in the kernel’s command line.',
    variable:
      'The boot command types the secret "{name}": it shows on the console, in PACKER_LOG and in the logs of the installer.',
  },
  create({ template, report }) {
    function check(expression: Expression): void {
      const texts =
        expression.kind === 'template' ? literalParts(expression) : literalTexts(template, expression);
      const [written] = texts.flatMap(({ text }) => typedSecrets(text));
      if (written) {
        const severity = withSeverity(secretSeverity(written.kind, expression.range.file));
        report({ at: expression.range, message: 'written', data: { what: written.what }, ...severity });
      }
      const [secret] = secretUses(template, expression);
      if (!secret) return;
      const { name, variable } = secret;
      report({
        at: expression.range,
        message: 'variable',
        data: { name },
        ...withSeverity(variable?.sensitive ? 'medium' : undefined),
      });
    }
    return {
      attribute({ name, expression }, { kind }) {
        if (name !== 'boot_command' || (kind !== 'source' && kind !== 'build-source')) return;
        const items = itemsOf(template, expression);
        if (items.length === 0) check(expression);
        for (const { value } of items) check(value);
      },
    };
  },
});

function literalParts(expression: Extract<Expression, { kind: 'template' }>) {
  return expression.parts.map((part) => ({ text: part.kind === 'literal' ? String(part.value) : '\n' }));
}

interface TypedSecret {
  readonly what: string;
  readonly kind: SecretKind;
}

const commands: readonly (readonly [string, RegExp])[] = [
  ['rootpw', /\brootpw\s+(?:--plaintext\s+)?(?!-)([^\s<]+)/],
  ['chpasswd', /\becho\s+(?:-e\s+)?['"]?[\w$-]+:([^\s'"|<]+)['"]?\s*\|\s*(?:sudo\s+)?chpasswd(?!\s+-e)/],
];

/** Passwords that are typed: `name=value` on a kernel command line, and commands of a shell. */
function typedSecrets(text: string): readonly TypedSecret[] {
  const pairs = [...text.matchAll(/(?:^|[\s"'>?&;])([\w./-]*[a-z][\w-]*)=([^\s<>"'&;]+)/gi)]
    .filter(([, name = '']) => isTypedName(name))
    .map(([, name = '', value = '']) => ({ what: name, value }));
  const typed = commands.map(([what, form]) => ({ what, value: form.exec(text)?.[1] ?? '' }));
  return [...pairs, ...typed].flatMap(({ what, value }) => {
    const kind = secretKind(value);
    return kind === undefined || kind === 'hash' ? [] : [{ what, kind }];
  });
}

/** `passwd/user-password=` counts, `passwd/make-user=` and `…-crypted=` do not. */
function isTypedName(name: string): boolean {
  const last = name.split('/').at(-1) ?? '';
  return !/crypted|again-?$/.test(last) && (isSecretName(last) || last === 'rootpw');
}
