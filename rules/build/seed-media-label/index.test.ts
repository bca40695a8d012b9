import { testRule } from 'packer-hybrid/testing';
import { found, inSource } from '../_shared/testing.ts';
import rule from './index.ts';

const seed = ['cd_content = {', '  "user-data" = "#cloud-config"', '  "meta-data" = ""', '}'];
const vm = (...lines: readonly string[]) => inSource('vsphere-iso', ...lines);
const keys = (text: string) => `boot_command = [${JSON.stringify(text)}]`;

testRule(rule, {
  valid: [
    vm(...seed, 'cd_label = "cidata"'),
    vm(...seed, 'cd_label = "CIDATA"'),
    { name: 'the label is chosen', code: vm(...seed, 'cd_label = var.label') },
    { name: 'Windows needs no label', code: vm('cd_files = ["autounattend.xml"]') },
    {
      name: 'kickstart with its place',
      code: vm('cd_files = ["ks.cfg"]', keys('linux inst.ks=cdrom:/ks.cfg<enter>')),
    },
    vm('cd_files = ["./http/ks.cfg"]', 'cd_label = "OEMDRV"'),
    { name: 'a folder may hold more', code: vm('cd_files = ["user-data", "./seed"]', 'cd_label = "cidata"') },
    vm(
      'http_directory = "http"',
      keys('linux /casper/vmlinuz ds=nocloud-net\\;s=http://{{ .HTTPIP }}/<f10>'),
    ),
    vm('http_directory = "http"', keys('<tab> ds=nocloud-net;s=http://{{ .HTTPIP }}/<enter>')),
    vm(keys('linux /vmlinuz "ds=nocloud;s=http://seed.example.org/"<f10>')),
    vm('cd_content = var.content'),
  ],
  invalid: [
    {
      code: vm(...seed),
      findings: [found('2:3', 'cidata', { data: { label: 'none' } })],
      fixed: vm(...seed, 'cd_label = "cidata"'),
    },
    {
      code: vm('cd_files = ["./http/user-data", "./http/meta-data"]', 'cd_label = "seed"'),
      findings: [found('3:3', 'cidata', { data: { label: '"seed"' } })],
      fixed: vm('cd_files = ["./http/user-data", "./http/meta-data"]', 'cd_label = "cidata"'),
    },
    {
      name: 'the content is not known, its names are',
      code: vm('cd_content = {', '  user-data = var.data', '}', 'cd_label = "cidata"'),
      findings: [found('2:3', 'meta-data')],
    },
    {
      name: 'a block of Proxmox',
      code: inSource('proxmox-iso', 'additional_iso_files {', ...seed.map((line) => `  ${line}`), '}'),
      findings: [found('3:5', 'cidata')],
      fixed: inSource(
        'proxmox-iso',
        'additional_iso_files {',
        ...seed.map((line) => `  ${line}`),
        '  cd_label = "cidata"',
        '}',
      ),
    },
    {
      code: inSource('qemu', 'cd_files = ["ks.cfg"]', keys('<tab> inst.text<enter>')),
      findings: [found('2:3', 'kickstart')],
      fixed: inSource('qemu', 'cd_files = ["ks.cfg"]', 'cd_label = "OEMDRV"', keys('<tab> inst.text<enter>')),
    },
    {
      code: inSource('qemu', 'cd_content = { "openstack/latest/user_data" = "" }', 'cd_label = "cidata"'),
      findings: [found('3:3', 'config-drive')],
      fixed: inSource('qemu', 'cd_content = { "openstack/latest/user_data" = "" }', 'cd_label = "config-2"'),
    },
    {
      code: inSource('qemu', keys('<tab> autoinstall ds=nocloud<enter>')),
      findings: [found('2:3', 'nowhere')],
    },
    {
      code: vm(
        'http_directory = "http"',
        keys('linux /casper/vmlinuz ds=nocloud-net;s=http://{{ .HTTPIP }}/<f10>'),
      ),
      findings: [found('3:3', 'semicolon')],
    },
  ],
});
