import { attributeOf, defineRule } from 'packer-hybrid/rules';
import { mediaOf } from '../_shared/media.ts';
import { textOf } from '../_shared/settings.ts';
import { judgeSource } from './judge-source.ts';

export default defineRule({
  id: 'security/iso-checksum-source-mismatch',
  meta: {
    summary: 'The checksum file is not the one that belongs to the image.',
    severity: 'medium',
    impact: 'build-fails',
    recovery: 'simple',
    confidence: 0.72,
    remedy: 'Take the checksum file from the folder of the image, of the same release and architecture.',
    example:
      'iso_url      = "https://repo.almalinux.org/almalinux/9.4/isos/x86_64/AlmaLinux-9.4-x86_64-dvd.iso"\niso_checksum = "file:https://repo.almalinux.org/almalinux/9.4/isos/x86_64/CHECKSUM"',
    recommended: true,
  },
  messages: {
    host: 'The image comes from {image} and its checksums from {checksum}, and neither is known to be the vendor.',
    release: 'The image is of "{image}" and the checksum file of "{checksum}": it will not list the image.',
    page: 'iso_url does not name an image: what is downloaded is a page, or has a name that no checksum file lists.',
  },
  create: ({ report }) => ({
    target(target) {
      for (const { body, urls } of mediaOf(target)) {
        const attribute = attributeOf(body, 'iso_checksum');
        const checksum = textOf(body, 'iso_checksum');
        const fault = checksum?.startsWith('file:') && judgeSource(urls, checksum.slice('file:'.length));
        if (!attribute || !fault) continue;
        if (fault.kind === 'page') {
          const url = attributeOf(body, 'iso_url') ?? attributeOf(body, 'iso_urls');
          report({ at: url?.valueRange ?? attribute.valueRange, message: 'page' });
        } else
          report({
            at: attribute.valueRange,
            message: fault.kind,
            data: { image: fault.image, checksum: fault.checksum },
          });
      }
    },
  }),
});
