import { attributeOf, defineRule, type TextEdit } from 'packer-hybrid/rules';
import { checksumUrl } from '../_shared/hosts.ts';
import { isRemote, type Medium, mediaOf } from '../_shared/media.ts';
import { withSeverity } from '../_shared/secret-value.ts';
import { isTrue, textOf } from '../_shared/settings.ts';
import { isHclLiteral } from '../_shared/written-text.ts';

export default defineRule({
  id: 'security/iso-checksum-none',
  meta: {
    summary: 'What is installed from is used without a check of its content.',
    severity: 'critical',
    impact: 'insecure-image',
    recovery: 'simple',
    confidence: 0.95,
    remedy: 'Give the digest that the vendor publishes, or "file:" with the URL of its checksum file.',
    example: 'iso_checksum = "file:https://releases.ubuntu.com/24.04/SHA256SUMS"',
    recommended: true,
    fixable: 'suggested',
  },
  messages: {
    download:
      'iso_checksum is "none": whatever the download brings, truncated or tampered with, is installed from.',
    local:
      'iso_checksum is "none": a file that was changed or cut off since it was put there is installed from.',
    skipped: 'iso_skip_cache turns the check of the image off, whatever iso_checksum says.',
  },
  create({ template, report }) {
    function suggestion({ body, urls: [url] }: Medium): readonly TextEdit[] {
      const attribute = attributeOf(body, 'iso_checksum');
      const checksum = url && checksumUrl(url);
      return attribute && checksum && isHclLiteral(template, attribute.expression)
        ? [{ range: attribute.valueRange, newText: `"${checksum}"` }]
        : [];
    }
    return {
      target(target) {
        const skip = target.type === 'qemu' ? attributeOf(target.body, 'iso_skip_cache') : undefined;
        for (const medium of mediaOf(target)) {
          const checksum = attributeOf(medium.body, 'iso_checksum');
          const isNone = textOf(medium.body, 'iso_checksum')?.toLowerCase() === 'none';
          const isDownload = medium.urls.some(isRemote);
          if (checksum && isNone) {
            report({
              at: checksum.valueRange,
              message: isDownload ? 'download' : 'local',
              fix: suggestion(medium),
              ...withSeverity(isDownload ? undefined : 'medium'),
            });
          } else if (skip && isTrue(skip.value) && isDownload) report({ at: skip.range, message: 'skipped' });
        }
      },
    };
  },
});
