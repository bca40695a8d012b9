import { attributeOf, type Body, defineRule } from 'packer-hybrid/rules';
import { plainValue, textOf, textsOf } from '../_shared/settings.ts';
import { isHclLiteral } from '../_shared/written-text.ts';

const weakCiphers = /^(arcfour|3des-cbc|blowfish-cbc|cast128-cbc|aes(128|192|256)-cbc|rijndael-cbc|none$)/i;
const weakExchanges =
  /^(diffie-hellman-group1-sha1|diffie-hellman-group14-sha1|diffie-hellman-group-exchange-sha1)$/i;

export default defineRule({
  id: 'security/weak-temporary-key',
  meta: {
    summary: 'The key or the algorithms that protect the build’s SSH session are weak.',
    severity: 'medium',
    impact: 'build-fails',
    recovery: 'trivial',
    confidence: 0.92,
    remedy: 'Use ed25519, or rsa with 4096 bits, and leave the algorithms to their defaults.',
    example: 'temporary_key_pair_type = "ed25519"',
    recommended: true,
    fixable: 'suggested',
  },
  messages: {
    dsa: 'The temporary key is a DSA key: servers of today refuse it, and the build waits for SSH until it times out.',
    short: 'The temporary RSA key has {bits} bits, fewer than the 2048 that servers of today accept.',
    algorithm: '{name} allows {algorithm}, which no longer protects a session.',
  },
  create: ({ template, report }) => ({
    target({ body }) {
      const type = attributeOf(body, 'temporary_key_pair_type');
      if (type && textOf(body, 'temporary_key_pair_type')?.toLowerCase() === 'dsa') {
        const fix = isHclLiteral(template, type.expression)
          ? [{ range: type.valueRange, newText: '"ed25519"' }]
          : [];
        report({ at: type.valueRange, message: 'dsa', fix });
      }
      const bits = attributeOf(body, 'temporary_key_pair_bits');
      const count = Number(plainValue(bits?.value) ?? 0);
      if (bits && count > 0 && count < 2048 && isRsa(body)) {
        const fix = isHclLiteral(template, bits.expression)
          ? [{ range: bits.valueRange, newText: '4096' }]
          : [];
        report({ at: bits.valueRange, message: 'short', data: { bits: count }, fix });
      }
      for (const [name, weak] of [
        ['ssh_ciphers', weakCiphers],
        ['ssh_key_exchange_algorithms', weakExchanges],
      ] as const) {
        const algorithm = textsOf(body, name).find((one) => weak.test(one));
        const attribute = attributeOf(body, name);
        if (attribute && algorithm)
          report({ at: attribute.valueRange, message: 'algorithm', data: { name, algorithm } });
      }
    },
  }),
});

/** Packer takes rsa where no type is named but bits are. */
function isRsa(body: Body): boolean {
  const type = attributeOf(body, 'temporary_key_pair_type');
  return type === undefined || textOf(body, 'temporary_key_pair_type')?.toLowerCase() === 'rsa';
}
