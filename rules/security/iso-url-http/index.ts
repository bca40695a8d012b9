import {
  type Attribute,
  attributeOf,
  type Body,
  defineRule,
  type Severity,
  type TextEdit,
} from 'packer-hybrid/rules';
import { hostOf, isPrivateHost, servesHttps } from '../_shared/hosts.ts';
import { withSeverity } from '../_shared/secret-value.ts';
import { textOf, textsOf } from '../_shared/settings.ts';
import { isHclLiteral } from '../_shared/written-text.ts';

const urlNames = ['iso_url', 'iso_urls', 'guest_additions_url', 'source_url'];
const nested = new Set(['boot_iso', 'additional_iso_files']);

export default defineRule({
  id: 'security/iso-url-http',
  meta: {
    summary: 'An image or its checksums are downloaded without TLS.',
    severity: 'high',
    impact: 'insecure-image',
    recovery: 'trivial',
    confidence: 0.92,
    remedy: 'Use https, or a mirror that offers it.',
    example: 'iso_url = "https://releases.ubuntu.com/24.04/ubuntu-24.04-live-server-amd64.iso"',
    recommended: true,
    fixable: 'suggested',
  },
  messages: {
    image: '{name} is downloaded over {scheme}: whoever is on the way can replace it.',
    pinned:
      '{name} is downloaded over {scheme}; the checksum protects the content, but anybody sees and may block it.',
    checksum:
      'The checksums are fetched over {scheme}: whoever can replace the image can replace them as well.',
  },
  create({ template, report }) {
    function check(attribute: Attribute, url: string, isPinned: boolean): void {
      const { name } = attribute;
      const scheme = schemeOf(url);
      if (!scheme) return;
      const isChecksum = name === 'iso_checksum';
      const severity: Severity | undefined = isPinned || isPrivateHost(hostOf(url) ?? '') ? 'low' : undefined;
      const common = { at: attribute.valueRange, fix: suggestion(attribute), ...withSeverity(severity) };
      if (isChecksum) report({ ...common, message: 'checksum', data: { scheme } });
      else report({ ...common, message: isPinned ? 'pinned' : 'image', data: { name, scheme } });
    }

    function suggestion({ expression, valueRange }: Attribute): readonly TextEdit[] {
      if (!isHclLiteral(template, expression) || expression.kind !== 'literal') return [];
      const text = String(expression.value);
      const host = hostOf(text.replace(/^file:/, ''));
      if (!host || !servesHttps(host) || !text.includes('http://')) return [];
      return [{ range: valueRange, newText: JSON.stringify(text.replace('http://', 'https://')) }];
    }

    function checkBody(body: Body): void {
      const isPinned = isTrusted(textOf(body, 'iso_checksum'));
      for (const name of urlNames) {
        const attribute = attributeOf(body, name);
        const url = textsOf(body, name).find(schemeOf);
        if (attribute && url) check(attribute, url, isPinned);
      }
      const checksum = attributeOf(body, 'iso_checksum');
      const file = textOf(body, 'iso_checksum')?.replace(/^file:/i, '');
      if (checksum && file) check(checksum, file, false);
    }
    return {
      target({ body }) {
        checkBody(body);
        for (const block of body.blocks) if (nested.has(block.type)) checkBody(block.body);
      },
    };
  },
});

/** A digest in the template, or a checksum file that comes over TLS. */
function isTrusted(checksum: string | undefined): boolean {
  return /^(sha(224|256|384|512):)?[\da-f]{56,}$|^file:(https:|[^:]*$)/i.test(checksum ?? '');
}

/** Addresses that Packer itself serves at are no downloads. */
function schemeOf(url: string): string | undefined {
  if (url.includes('{{')) return undefined;
  return /^(http|ftp):\/\//i.exec(url)?.[1]?.toLowerCase();
}
