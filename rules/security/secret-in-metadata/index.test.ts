// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const start = 'variable "pw" {\n  sensitive = true\n}\nvariable "build_username" {\n  sensitive = true\n}\n';

testRule(rule, {
  valid: [
    `${start}source "proxmox-iso" "x" {\n  template_description = "Login: \${var.build_username}"\n  ssh_password = var.pw\n  tags = "a;b"\n}\n`,
    `${start}source "azure-arm" "x" {\n  custom_data = var.pw\n}\nbuild {\n  sources = ["source.azure-arm.x"]\n  provisioner "shell" {\n    tags = var.pw\n  }\n}\n`,
  ],
  invalid: [
    {
      code: `${start}locals {\n  text = "admin / \${var.pw}"\n}\nsource "vsphere-iso" "x" {\n  notes = "Login: \${local.text}"\n  vapp {\n    properties = {\n      password = var.pw\n    }\n  }\n}\nsource "azure-arm" "y" {\n  azure_tags = { p = var.pw }\n  azure_tag {\n    name = "p"\n    value = var.pw\n  }\n}\n`,
      findings: [
        { message: 'stored', at: '11:11', data: { name: 'pw', attribute: 'notes' } },
        { message: 'stored', at: '13:18' },
        { message: 'stored', at: '19:16' },
        { message: 'stored', at: '22:13' },
      ],
    },
    {
      name: 'in the build',
      code: `${start}source "null" "x" {}\nbuild {\n  sources = ["source.null.x"]\n  hcp_packer_registry {\n    bucket_labels = { p = var.pw }\n  }\n  post-processor "manifest" {\n    custom_data = { p = var.pw }\n  }\n}\n`,
      findings: [
        { message: 'stored', at: '11:21', data: { name: 'pw', attribute: 'bucket_labels' } },
        { message: 'stored', at: '14:19' },
      ],
    },
    {
      name: 'by its name alone',
      code: 'variable "api_token" {}\nsource "proxmox-clone" "x" {\n  template_description = var.api_token\n}\n',
      findings: [{ message: 'stored', at: '3:26' }],
    },
  ],
});
