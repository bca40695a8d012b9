import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const sources = 'source "azure-arm" "x" {}\nsource "qemu" "y" {}\nsource "null" "z" {}\n';
const build = (inner: string, used = '"azure-arm.x", "qemu.y", "null.z"') =>
  `${sources}build {\n  sources = [${used}]\n${inner}}\n`;

testRule(rule, {
  valid: [
    build('  post-processor "manifest" {}\n'),
    build('  post-processors {\n    post-processor "manifest" {}\n  }\n'),
    build('  post-processor "vagrant" {}\n'),
    build('', '"null.z"'),
    build('  hcp_packer_registry {}\n'),
    build('  dynamic "hcp_packer_registry" {\n    for_each = []\n    content {}\n  }\n'),
    `${build('')}hcp_packer_registry {}\n`,
  ],
  invalid: [
    {
      code: build(''),
      findings: [{ message: 'none', at: '4:1', data: { sources: '"azure-arm.x", "qemu.y"' } }],
    },
    {
      name: 'for some of the sources',
      code: build('  post-processor "manifest" {\n    only = ["qemu.y"]\n  }\n'),
      findings: [{ message: 'none', at: '4:1', data: { sources: '"azure-arm.x"' } }],
    },
  ],
});
