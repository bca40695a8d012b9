import { testRule } from 'packer-hybrid/testing';
import { found, inSource } from '../_shared/testing.ts';
import rule from './index.ts';

const arm = (...lines: readonly string[]) => inSource('azure-arm', ...lines);
const managed = ['managed_image_name = "img"', 'managed_image_resource_group_name = "rg"'];
const gallery = ['shared_image_gallery_destination {', '  gallery_name = "g"', '}'];

testRule(rule, {
  valid: [
    arm('secure_boot_enabled = true', 'vtpm_enabled = true', ...gallery),
    { name: 'a managed image that is published', code: arm(...managed, ...gallery) },
    arm('skip_create_image = true', 'secure_boot_enabled = true', 'managed_image_name = "img"'),
    arm('capture_container_name = "c"', 'storage_account = "s"', 'resource_group_name = "r"'),
    arm('dynamic "shared_image_gallery_destination" {', '  for_each = var.galleries', '  content {}', '}'),
    {
      name: 'empty defaults that a pipeline fills',
      code: `variable "image" {\n  default = ""\n}\n${arm('managed_image_name = var.image', 'managed_image_resource_group_name = var.image')}`,
    },
    arm(...managed, 'security_type = "TrustedLaunch"', 'secure_boot_enabled = false'),
    arm(...managed, ...gallery, 'custom_managed_image_name = "base"'),
  ],
  invalid: [
    {
      code: arm(...managed, 'secure_boot_enabled = true', 'vtpm_enabled = true'),
      findings: [
        found('2:3', 'needs-gallery', { data: { reason: '"secure_boot_enabled"', kind: 'a managed image' } }),
      ],
    },
    {
      name: 'the switch is a variable',
      code: `variable "boot" {\n  default = true\n}\n${arm(...managed, 'vtpm_enabled = var.boot')}`,
      findings: [found('5:3', 'needs-gallery')],
    },
    { code: arm('managed_image_name = "img"'), findings: [found('2:3', 'pair-incomplete')] },
    {
      code: arm('managed_image_resource_group_name = "rg"', 'managed_image_name = null'),
      findings: [found('2:3', 'pair-incomplete')],
    },
    {
      code: arm('capture_container_name = "c"', 'security_type = "ConfidentialVM"'),
      findings: [found('2:3', 'pair-incomplete'), found('2:3', 'needs-gallery')],
    },
    { code: arm('os_type = "Linux"'), findings: [found('1:25', 'none')] },
    {
      code: arm(...managed, 'shared_image_gallery_destination {', '  specialized = true', '}'),
      findings: [found('5:5', 'not-specialized')],
    },
    {
      code: arm(...managed, 'image_url = "https://x/y.vhd"', 'security_type = "Trusted"'),
      findings: [found('2:3', 'vhd-source'), found('5:19', 'security-type')],
    },
    {
      code: arm(
        'capture_container_name = "c"',
        'storage_account = "s"',
        'resource_group_name = "r"',
        'custom_managed_image_name = "base"',
      ),
      findings: [found('5:3', 'needs-managed-image', { severity: 'critical' })],
    },
    {
      code: arm(...gallery, 'custom_managed_image_name = "base"'),
      findings: [found('5:3', 'needs-managed-image', { severity: 'high' })],
    },
    {
      name: 'a JSON template',
      file: 'x.pkr.json',
      code: '{"source": {"azure-arm": {"x": {"managed_image_name": "i"}}}}',
      findings: [found('1:33', 'pair-incomplete')],
    },
  ],
});
