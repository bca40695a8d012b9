import { describe, expect, it } from 'vitest';
import { createSecrets } from './create-secrets.ts';

const secret = 'pa55/w+rd "ü", it\'s';
const base64 = (text: string, encoding: BufferEncoding = 'utf8') =>
  Buffer.from(text, encoding).toString('base64');

describe('createSecrets', () => {
  it.each([
    ['as it is', secret],
    ['base64', base64(secret)],
    ['base64url', Buffer.from(secret).toString('base64url')],
    ['UTF-16 base64', base64(secret, 'utf16le')],
    ['a URL component', encodeURIComponent(secret)],
    [
      'a URL component in lower case',
      encodeURIComponent(secret).replace(/%../g, (code) => code.toLowerCase()),
    ],
    ['a form value', new URLSearchParams({ a: secret }).toString().slice(2)],
    ['user info of a URL', 'pa55%2Fw+rd%20%22%C3%BC%22,%20it%27s'],
    ['JSON', JSON.stringify(secret).slice(1, -1)],
    ['JSON inside JSON', JSON.stringify(JSON.stringify(secret)).slice(3, -3)],
    ['ASCII JSON', 'pa55/w+rd \\"\\u00fc\\", it\'s'],
    ['a single-quoted shell word', "pa55/w+rd \"ü\", it'\\''s"],
    ['machine-readable Packer output', 'pa55/w+rd "ü"%!(PACKER_COMMA) it\'s'],
  ])('masks a secret written as %s', (_form, written) => {
    const secrets = createSecrets([secret]);

    const text = secrets.redact(`before <${written}> after`);

    expect(text).toEqual('before <***> after');
  });

  it.each(['', 'u', 'us', 'user:', 'user:x'])(
    'masks it inside longer base64 that begins with "%s"',
    (prefix) => {
      const plain = 'correct-horse-battery';
      const secrets = createSecrets([plain]);

      const text = secrets.redact(base64(`${prefix}${plain}:and more`));

      const rest = Buffer.from(text.replace('***', ''), 'base64').toString('latin1');
      expect(text).toContain('***');
      expect(rest).not.toMatch(/orrect|horse|batter/);
    },
  );

  it('masks every long line of a secret with several lines, and leaves its armour readable', () => {
    const key =
      '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkq\nhkiG9w0BAQEFAASC\nab==\n-----END PRIVATE KEY-----\n';
    const secrets = createSecrets([key]);

    const lines = ['-----BEGIN PRIVATE KEY-----', '  MIIEvQIBADANBgkq', 'hkiG9w0BAQEFAASC', 'ab=='].map(
      (line) => secrets.redact(line),
    );

    expect(lines).toEqual(['-----BEGIN PRIVATE KEY-----', '  ***', '***', 'ab==']);
    expect(secrets.redact(`key: ${key}end`)).toEqual('key: ***end');
  });

  it('masks base64 that was wrapped into lines', () => {
    const secrets = createSecrets(['x'.repeat(100)]);

    const lines = (base64('x'.repeat(100)).match(/.{1,76}/g) ?? []).map((line) => secrets.redact(line));

    expect(lines).toEqual(['***', '***']);
  });

  it('leaves nothing of overlapping secrets and prefers the longer one', () => {
    const secrets = createSecrets(['abcdef', 'defghi', 'abcd']);

    const text = secrets.redact('abcdefghi abcdefg abcde');

    expect(text).toEqual('*** ***g ***e');
  });

  it('ignores values that are too short to be masked', () => {
    const secrets = createSecrets(['', 'a', 'abc']);

    const text = secrets.redact('a cat sat on abc');

    expect(text).toEqual('a cat sat on abc');
  });

  it('masks what is added later, also without the line end that files have', () => {
    const secrets = createSecrets();
    const before = secrets.redact('token t0ken-value');

    secrets.add('t0ken-value\n');

    expect([before, secrets.redact('token t0ken-value')]).toEqual(['token t0ken-value', 'token ***']);
  });

  it('does not match where a text only begins like a secret at its very start', () => {
    const secrets = createSecrets(['\u0000\u0000ab']);

    const text = secrets.redact('ab');

    expect(text).toEqual('ab');
  });
});
