// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

testRule(rule, {
  valid: [
    'variable "x" {\n  type = list(string)\n}\nlocals {\n  a = "${path.root} ${path.cwd} ${packer.version}"\n  b = [for k, v in var.x : "${k}${v}"]\n  c = convert(1, string)\n  d = "$${HOME} %{ for x in var.x }${x}%{ endfor }"\n}\n',
    'source "null" "x" {}\nbuild {\n  sources = [source.null.x]\n  provisioner "shell" {\n    inline = ["${build.Anything} ${source.name} ${source.type}"]\n  }\n}\n',
    'source "vsphere-iso" "x" {\n  dynamic "storage" {\n    for_each = [1]\n    iterator = disk\n    content {\n      disk_size = disk.value\n    }\n  }\n  dynamic "network_adapters" {\n    for_each = [1]\n    content {\n      network = network_adapters.value\n    }\n  }\n}\n',
    {
      name: 'shell variables are another matter',
      code: 'build {\n  provisioner "shell" {\n    inline = ["${HOME} ${home}"]\n  }\n}\nlocals {\n  a = "${HOME}"\n}\n',
    },
    {
      name: 'a legacy template',
      file: 'x.json',
      code: '{"builders": [{"type": "null", "host": "${env.X}"}]}',
    },
  ],
  invalid: [
    {
      code: 'build {\n  provisioner "shell" {\n    script = "${path.module}/x.sh"\n  }\n}\n',
      findings: [
        {
          message: 'member',
          at: '3:17',
          data: { root: 'path', name: 'module', known: 'path.root, path.cwd' },
        },
      ],
      fixed: 'build {\n  provisioner "shell" {\n    script = "${path.root}/x.sh"\n  }\n}\n',
    },
    {
      code: 'locals {\n  a = each.value\n  b = env.HOME\n  c = vars.x\n  d = banana\n  e = "${thing.x}"\n  f = packer.versoin\n  g = "${source.id}"\n}\n',
      findings: [
        { message: 'foreign', at: '2:7' },
        { message: 'foreign', at: '3:7' },
        { message: 'meant', at: '4:7', data: { name: 'vars', meant: 'var' } },
        { message: 'unknown', at: '5:7' },
        { message: 'unknown', at: '6:10' },
        { message: 'member', at: '7:7' },
        { message: 'member', at: '8:10' },
      ],
      fixed:
        'locals {\n  a = each.value\n  b = env.HOME\n  c = var.x\n  d = banana\n  e = "${thing.x}"\n  f = packer.versoin\n  g = "${source.id}"\n}\n',
    },
    {
      name: 'a loop ends',
      code: 'locals {\n  a = [[for x in [1] : x], x]\n}\n',
      findings: [{ message: 'unknown', at: '2:28' }],
    },
  ],
});
