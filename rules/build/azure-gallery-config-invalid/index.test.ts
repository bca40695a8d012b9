import { testRule } from 'packer-hybrid/testing';
import { found, inSource } from '../_shared/testing.ts';
import rule from './index.ts';

const image = ['resource_group = "rg"', 'gallery_name = "g"', 'image_name = "i"'];
/** The lines in the gallery start on line 3, after the location those of the source follow. */
const gallery = (inner: readonly string[], ...outer: readonly string[]) =>
  inSource(
    'azure-arm',
    'shared_image_gallery_destination {',
    ...inner.map((line) => `  ${line}`),
    '}',
    'location = "westeurope"',
    ...outer,
  );
const complete = [...image, 'image_version = "1.0.0"'];
const region = (name: string, ...lines: readonly string[]) => [
  'target_region {',
  `  name = "${name}"`,
  ...lines.map((line) => `  ${line}`),
  '}',
];

testRule(rule, {
  valid: [
    gallery([...complete, ...region('West Europe'), ...region('northeurope')], 'disk_caching_type = "none"'),
    gallery([...complete, 'replication_regions = ["northeurope"]', 'storage_account_type = "standard_lrs"']),
    gallery([...image, 'image_version = formatdate("YYYY.MM.DD", timestamp())']),
    gallery([...image, 'image_version = "1.0.{{timestamp}}"', 'use_shallow_replication = true']),
    gallery([...complete, 'dynamic "target_region" {', '  for_each = var.regions', '  content {}', '}']),
    gallery([
      ...complete,
      'confidential_vm_image_encryption_type = "EncryptedWithCmk"',
      ...region('westeurope', 'disk_encryption_set_id = "/k"'),
    ]),
    inSource('azure-arm', 'disk_controller_type = "nvme"'),
  ],
  invalid: [
    {
      code: gallery([
        ...image,
        'image_version = "1.0"',
        'replication_regions = ["a"]',
        ...region('westeurope'),
      ]),
      findings: [found('6:21', 'version'), found('7:5', 'regions-twice')],
    },
    {
      code: gallery(['gallery_name = "g"']),
      findings: [
        found('2:37', 'incomplete', {
          data: { missing: '"resource_group", "image_name" and "image_version"' },
        }),
      ],
    },
    {
      code: gallery([...complete, ...region('westeurope')], 'shared_image_gallery_replica_count = 2'),
      findings: [found('12:3', 'replicas-twice')],
    },
    {
      code: gallery([
        ...complete,
        'use_shallow_replication = true',
        ...region('westeurope'),
        ...region('eastus'),
      ]),
      findings: [found('7:5', 'shallow-replication', { data: { found: '2 regions' } })],
    },
    {
      code: gallery([...complete, 'use_shallow_replication = true', ...region('westeurope', 'replicas = 3')]),
      findings: [found('7:5', 'shallow-replication', { data: { found: '3 replicas' } })],
    },
    {
      name: 'the location is a variable',
      code: `variable "place" {\n  default = "westeurope"\n}\n${gallery([...complete, ...region('eastus')]).replace('"westeurope"', 'var.place')}`,
      findings: [found('5:37', 'build-region-missing', { data: { location: 'westeurope' } })],
    },
    {
      code: gallery([...complete, 'storage_account_type = "Fast"'], 'disk_caching_type = "All"'),
      findings: [found('7:28', 'storage-type'), found('10:23', 'caching-type')],
    },
    {
      code: inSource('azure-arm', 'managed_image_storage_account_type = "x"', 'disk_controller_type = "IDE"'),
      findings: [found('2:40', 'storage-type'), found('3:26', 'controller-type')],
    },
    {
      code: gallery([
        ...complete,
        'confidential_vm_image_encryption_type = "EncryptedWithCmk"',
        ...region('westeurope'),
      ]),
      findings: [found('8:20', 'encryption-key')],
    },
    {
      code: gallery([
        ...complete,
        'confidential_vm_image_encryption_type = "EncryptedWithPmk"',
        ...region('westeurope', 'disk_encryption_set_id = "/k"'),
      ]),
      findings: [found('10:7', 'encryption-key')],
    },
  ],
});
