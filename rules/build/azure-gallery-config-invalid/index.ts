import { defineRule } from 'packer-hybrid/rules';
import { nestedBlocks } from '../_shared/nested.ts';
import { reportProblems } from '../_shared/problem.ts';
import { diskProblems } from './disks.ts';
import { imageProblems } from './image.ts';
import { regionProblems } from './regions.ts';

export default defineRule({
  id: 'build/azure-gallery-config-invalid',
  meta: {
    summary: 'The image cannot be published to the gallery in the way that is described.',
    severity: 'high',
    impact: 'build-fails',
    recovery: 'simple',
    confidence: 0.9,
    remedy:
      'Name the image completely, and use one "target_region" block per region, the region of the build included.',
    example:
      'shared_image_gallery_destination {\n  resource_group = "rg"\n  gallery_name   = "gallery"\n  image_name     = "ubuntu"\n  image_version  = "1.0.0"\n  target_region {\n    name = "westeurope"\n  }\n}',
    recommended: true,
  },
  messages: {
    incomplete: 'The destination in the gallery needs {missing}.',
    version: 'The version "{value}" is not made of three numbers, such as 1.0.0.',
    'regions-twice':
      '"replication_regions" and "target_region" both list regions: the plugin takes only one.',
    'replicas-twice':
      '"shared_image_gallery_replica_count" does not go with "target_region", which has "replicas" of its own.',
    'shallow-replication': 'Shallow replication is for one region and one replica; here are {found}.',
    'build-region-missing':
      'No "target_region" is "{location}", where the image is built: Azure refuses to publish it without.',
    'storage-type': '"{name}" is "{value}"; Azure knows {allowed}.',
    'caching-type': '"{name}" is "{value}"; Azure knows {allowed}.',
    'controller-type': '"{name}" is "{value}"; Azure knows {allowed}.',
    'encryption-key': '"{second}" and "confidential_vm_image_encryption_type" do not fit: {why}.',
  },
  subs: {
    incomplete: 'gallery image that is named in part',
    version: 'version that is not made of three numbers',
    'regions-twice': 'regions listed in two ways',
    'replicas-twice': 'replicas counted in two ways',
    'shallow-replication': 'shallow replication to several places',
    'build-region-missing': 'target regions without that of the build',
    'storage-type': 'unknown storage type',
    'caching-type': 'unknown caching of disks',
    'controller-type': 'unknown disk controller',
    'encryption-key': 'encryption of a confidential image with or without key',
  },
  create: ({ report }) => ({
    target({ type, body }) {
      if (type !== 'azure-arm') return;
      const galleries = nestedBlocks(body, 'shared_image_gallery_destination');
      const problems = galleries.flatMap((gallery) => [
        ...imageProblems(gallery.body),
        ...regionProblems(gallery.body, body),
      ]);
      reportProblems(report, [...problems, ...diskProblems(body)]);
    },
  }),
});
