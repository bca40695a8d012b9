import { attributeOf, type Body, defineRule, type TextEdit } from 'packer-hybrid/rules';
import { checksumUrl } from '../_shared/hosts.ts';
import { type Medium, mediaOf, usesStoredMedium } from '../_shared/media.ts';
import { settingEdit } from '../_shared/setting-edit.ts';
import { isTrue, isUnset } from '../_shared/settings.ts';

export default defineRule({
  id: 'security/iso-checksum-missing',
  meta: {
    summary: 'A download has no checksum, which Packer refuses.',
    severity: 'critical',
    impact: 'build-fails',
    recovery: 'simple',
    confidence: 0.93,
    remedy:
      'Add iso_checksum beside the URL, with the digest or the checksum file that the vendor publishes.',
    example: 'iso_checksum = "file:https://releases.ubuntu.com/24.04/SHA256SUMS"',
    recommended: true,
    fixable: 'suggested',
  },
  messages: {
    missing: 'iso_url stands without iso_checksum: Packer stops with "A checksum must be specified".',
    empty: 'iso_checksum comes to nothing here: Packer stops with "A checksum must be specified".',
  },
  create({ template, report }) {
    function suggestion({ body, urls: [url] }: Medium): readonly TextEdit[] {
      const checksum = url && checksumUrl(url);
      const anchor = urlOf(body);
      return checksum && anchor
        ? settingEdit(template, { body, name: 'iso_checksum', value: `"${checksum}"`, anchor })
        : [];
    }
    return {
      target(target) {
        if (isTrue(attributeOf(target.body, 'iso_skip_cache')?.value)) return;
        for (const medium of mediaOf(target)) {
          const { body } = medium;
          const checksum = attributeOf(body, 'iso_checksum');
          const url = urlOf(body);
          if (!url || !isUnset(checksum) || hasOtherChecksum(body)) continue;
          if (body === target.body && usesStoredMedium(target)) continue;
          const fix = suggestion(medium);
          if (checksum) report({ at: checksum.range, message: 'empty', fix });
          else report({ at: url.range, message: 'missing', fix });
        }
      },
    };
  },
});

function urlOf(body: Body) {
  return ['iso_url', 'iso_urls']
    .map((name) => attributeOf(body, name))
    .find((attribute) => attribute && !isUnset(attribute));
}

/** What Packer before 1.6 took instead. */
function hasOtherChecksum(body: Body): boolean {
  return !isUnset(attributeOf(body, 'iso_checksum_url'));
}
