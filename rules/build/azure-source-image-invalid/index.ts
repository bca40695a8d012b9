import { defineRule } from 'packer-hybrid/rules';
import { reportProblems } from '../_shared/problem.ts';
import { galleryProblems } from './gallery.ts';
import { kindProblems } from './kinds.ts';
import { marketplaceProblems } from './marketplace.ts';

export default defineRule({
  id: 'build/azure-source-image-invalid',
  meta: {
    summary: 'An azure-arm source does not name exactly one image to start from.',
    severity: 'critical',
    impact: 'build-fails',
    recovery: 'simple',
    confidence: 0.9,
    remedy: 'Name one image completely and delete the options of every other kind.',
    example:
      'source "azure-arm" "x" {\n  os_type         = "Linux"\n  image_publisher = "Canonical"\n  image_offer     = "ubuntu-24_04-lts"\n  image_sku       = "server"\n}',
    recommended: true,
  },
  messages: {
    several: 'The source starts from two images: "{first}" and "{second}" exclude each other.',
    none: 'The source names no image to start from: neither a marketplace image, a managed image, a gallery nor a VHD.',
    incomplete: '"{name}" needs {missing} as well.',
    'gallery-incomplete': '"{name}" needs {missing} to find the image in the gallery.',
    'gallery-several': '"{first}" and "{second}" name different images of galleries.',
    'gallery-none': 'This "shared_image_gallery" names no image: it needs {allowed}.',
    'plan-incomplete': '"plan_info" needs {missing}: Azure starts no image with a plan without it.',
    'system-missing':
      '"os_type" is not set: the plugin does not know how to log in. It takes "Linux" or "Windows".',
    'system-unknown': '"os_type" is "{value}"; the plugin knows {allowed}.',
  },
  subs: {
    several: 'several kinds of source image',
    none: 'no source image',
    incomplete: 'marketplace or managed image that is named in part',
    'gallery-incomplete': 'gallery image that is named in part',
    'gallery-several': 'several images of galleries',
    'gallery-none': 'gallery without image',
    'plan-incomplete': 'plan of a marketplace image that is named in part',
    'system-missing': 'no operating system',
    'system-unknown': 'operating system that the plugin does not know',
  },
  create: ({ report }) => ({
    target({ type, body }) {
      if (type !== 'azure-arm') return;
      reportProblems(report, [...kindProblems(body), ...galleryProblems(body), ...marketplaceProblems(body)]);
    },
  }),
});
