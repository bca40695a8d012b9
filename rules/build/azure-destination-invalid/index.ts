import { defineRule } from 'packer-hybrid/rules';
import { reportProblems } from '../_shared/problem.ts';
import { conflictProblems } from './conflicts.ts';
import { targetProblems } from './targets.ts';

export default defineRule({
  id: 'build/azure-destination-invalid',
  meta: {
    summary:
      'An azure-arm source does not say where its image goes, or says something that Azure cannot keep.',
    severity: 'critical',
    impact: 'build-fails',
    recovery: 'simple',
    confidence: 0.9,
    remedy: 'Name a managed image with its resource group, or an image of a gallery completely.',
    example:
      'source "azure-arm" "x" {\n  shared_image_gallery_destination {\n    resource_group = "rg"\n    gallery_name   = "gallery"\n    image_name     = "ubuntu"\n    image_version  = "1.0.0"\n  }\n}',
    recommended: true,
  },
  messages: {
    none: 'The source says nowhere to put its image: neither a managed image, a gallery nor a storage container.',
    'pair-incomplete': '"{name}" needs {missing} as well: the image has no place otherwise.',
    'needs-gallery': 'With {reason} the image cannot become {kind}; only a gallery can keep it.',
    'not-specialized':
      '"specialized" is for a gallery alone: there is no managed image of a specialized machine.',
    'vhd-source': 'A machine that starts from a VHD ("image_url") cannot become a managed image.',
    'needs-managed-image':
      'A machine that starts from a managed image must become a managed image: {missing}.',
    'security-type': '"security_type" is "{value}"; the plugin knows {allowed}.',
  },
  subs: {
    none: 'no destination',
    'pair-incomplete': 'destination that is named in part',
    'needs-gallery': 'security options that only a gallery can keep',
    'not-specialized': 'managed image of a specialized machine',
    'vhd-source': 'managed image from a VHD',
    'needs-managed-image': 'managed image as source without one as destination',
    'security-type': 'unknown security type',
  },
  create: ({ report }) => ({
    target({ type, body }) {
      if (type !== 'azure-arm') return;
      reportProblems(report, [...targetProblems(body), ...conflictProblems(body)]);
    },
  }),
});
