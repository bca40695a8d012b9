import { testRule } from 'packer-hybrid/testing';
import { found, inSource } from '../_shared/testing.ts';
import rule from './index.ts';

const linux = (...lines: readonly string[]) => inSource('azure-arm', 'os_type = "Linux"', ...lines);
const offer = ['image_publisher = "Canonical"', 'image_offer = "u"', 'image_sku = "server"'];
const gallery = (...lines: readonly string[]) =>
  linux('shared_image_gallery {', ...lines.map((line) => `  ${line}`), '}');

testRule(rule, {
  valid: [
    linux(...offer),
    linux(...offer, 'custom_managed_image_name = null', 'image_url = ""'),
    linux(
      'custom_managed_image_name = "base"',
      'custom_managed_image_resource_group_name = "rg"',
      'plan_info {}',
    ),
    gallery('gallery_name = "g"', 'subscription = "s"', 'resource_group = "r"', 'image_name = "i"'),
    gallery('id = "/subscriptions/1"'),
    gallery('community_gallery_image_id = "/c"'),
    {
      name: 'variables choose the kind',
      code: `variable "name" {\n  default = ""\n}\n${linux(...offer, 'custom_managed_image_name = var.name')}`,
    },
    {
      name: 'a dynamic gallery that is not made',
      code: linux(...offer, 'dynamic "shared_image_gallery" {', '  for_each = []', '  content {}', '}'),
    },
    inSource('azure-arm', ...offer, 'os_type = "windows"'),
  ],
  invalid: [
    {
      code: linux('image_publisher = "Canonical"', 'image_offer = "u"', 'custom_managed_image_name = "base"'),
      findings: [
        found('3:3', 'incomplete', { data: { name: 'image_publisher', missing: '"image_sku"' } }),
        found('5:3', 'incomplete'),
        found('5:3', 'several', { data: { first: 'image_publisher', second: 'custom_managed_image_name' } }),
      ],
    },
    {
      code: 'variable "sku" {\n  default = "server"\n}\nsource "azure-arm" "x" {\n  os_type = "BSD"\n  image_sku = var.sku\n}\n',
      findings: [found('5:13', 'system-unknown'), found('6:3', 'incomplete')],
    },
    {
      code: inSource('azure-arm', 'vm_size = "x"'),
      findings: [found('1:25', 'none'), found('1:25', 'system-missing')],
    },
    {
      code: linux('custom_managed_image_resource_group_name = "rg"'),
      findings: [found('3:3', 'incomplete')],
    },
    {
      code: gallery('gallery_name = "g"', 'resource_group = "r"'),
      findings: [
        found('4:5', 'gallery-incomplete', {
          data: { name: 'gallery_name', missing: '"subscription" and "image_name"' },
        }),
      ],
    },
    {
      code: gallery('id = "/i"', 'image_version = "1.0.0"'),
      findings: [found('5:5', 'gallery-several')],
    },
    {
      code: gallery('community_gallery_image_id = "/c"', 'direct_shared_gallery_image_id = "/d"'),
      findings: [found('5:5', 'gallery-several')],
    },
    { code: gallery('image_name = "i"'), findings: [found('3:25', 'gallery-none')] },
    {
      code: linux(...offer, 'plan_info {', '  plan_name = "p"', '}'),
      findings: [
        found('6:14', 'plan-incomplete', { data: { missing: '"plan_product" and "plan_publisher"' } }),
      ],
    },
    {
      name: 'a legacy template',
      file: 'x.json',
      code: '{"builders": [{"type": "azure-arm", "os_type": "Linux", "image_url": "u", "image_sku": "s", "image_offer": "o", "image_publisher": "p"}]}',
      findings: [found('1:57', 'several')],
    },
  ],
});
