import type { Severity } from 'packer-hybrid/rules';

/** What a text is that stands where a secret belongs. */
export type SecretKind = 'secret' | 'vagrant' | 'hash';

const placeholders: readonly RegExp[] = [
  /^\s*$/,
  /<[^<>]*>/,
  /^\$\{?\w+\}?$/,
  /^%\w+%$/,
  /\{\{.*\}\}|\$\{|#\{/s,
  /^(.)\1*$/s,
  /^\.{2,}$|^\*+$/,
  /replace[-_ ]?(me|with|this)?\b|^replace/i,
  /^(your|my|insert|enter|put|set|fill|add|todo|fixme|tbd|dummy|fake|placeholder|redacted|example|sample|none|null|nil|n\/a|undefined|unset|empty)([-_ .]|$)/i,
  /([-_ ]|^)(your|here|example|placeholder)([-_ ]|$)/i,
  /x{4,}/i,
];
const changeMe = /change[-_ ]?(me|it|this)|changeme/i;
/** Where a secret lies rather than what it is. */
const locations: readonly RegExp[] = [
  /^(~|\.{1,2})?[\\/][\w.~-]/,
  /^[a-z]:\\/i,
  /^[\w./-]+\.(pem|key|pub|ppk|json|ya?ml|txt|crt|pfx|p12|env)$/i,
  /^https?:\/\/[^@\s]*$/i,
  /^(vault|op|sops|ssm|arn|akv|secret|aws|gcp|env|data|file|azurekeyvault|keyring):/i,
];

/**
 * Says what a written value is: undefined for what stands in for a secret, such as `<token>` or an empty string, and for
 * what only says where it is. `changeme` counts as a secret unless told: it works as one when nobody changes it.
 */
export function secretKind(value: string, { changeMeCounts = true } = {}): SecretKind | undefined {
  if (isPlaceholder(value) || locations.some((form) => form.test(value))) return undefined;
  if (changeMe.test(value) && !changeMeCounts) return undefined;
  if (/^(true|false|yes|no|on|off|auto|default|prompt|ask)$/i.test(value)) return undefined;
  if (value.includes('-----BEGIN ') || value.trim().split(/\s+/).length > 3) return undefined;
  if (/^\$(\d|2[abxy]|y|gy|pbkdf2|argon2\w*|sha\d*)\$/.test(value)) return 'hash';
  return value.toLowerCase() === 'vagrant' ? 'vagrant' : 'secret';
}

/** Whether a value is only a stand-in. */
export function isPlaceholder(value: string): boolean {
  return placeholders.some((form) => form.test(value));
}

/** Lighter than the rule's own severity for public passwords, hashes, and files that are there for tests. */
export function secretSeverity(kind: SecretKind, file: string): Severity | undefined {
  if (isTestFile(file)) return 'low';
  return kind === 'secret' ? undefined : 'medium';
}

/** Files that show or test something rather than build with it. */
export function isTestFile(file: string): boolean {
  return /(^|\/)(tests?|testdata|test-fixtures|fixtures?)\/|\.(example|sample|dist|template)(\.|$)/i.test(
    file,
  );
}

/** The severity to report with, left out where it is the rule's own. */
export function withSeverity(severity: Severity | undefined): { readonly severity?: Severity } {
  return severity === undefined ? {} : { severity };
}
