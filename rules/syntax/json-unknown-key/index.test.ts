// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const file = 'image.json';
const builders = '"builders": [{ "type": "null", "name": "a" }, { "type": "qemu" }]';

testRule(rule, {
  valid: [
    {
      file,
      code: `{ "_comment": "\${var.x}", "min_packer_version": "1.5", "variables": { "x": null }, ${builders},\n"provisioners": [{ "type": "shell", "inline": ["echo {{user \`x\`}} \${HOME} \${x}"], "only": ["a"], "override": { "qemu": {} } }],\n"post-processors": [["compress", { "type": "manifest", "except": ["qemu"] }]] }`,
    },
    {
      name: 'variables of a variable file',
      file,
      varFiles: ['v.json'],
      files: { 'v.json': '{"y": "1"}' },
      code: `{ "builders": [{ "type": "null", "host": "{{user \`y\`}}" }] }`,
    },
    {
      name: 'names that a variable makes',
      file,
      code: '{ "variables": {"n": "x"}, "builders": [{ "type": "null", "name": "{{user `n`}}" }], "provisioners": [{ "type": "shell", "only": ["x"] }] }',
    },
    {
      name: 'variable files that nobody named',
      file,
      code: '{ "variables": {"host_name": "1"}, "builders": [{ "type": "null", "host": "{{user `other`}}" }] }',
    },
    { name: 'another form', file: 'x.pkr.json', code: '{ "bananas": {}, "variable": {} }' },
    'locals {}\n',
  ],
  invalid: [
    {
      file,
      code: `{ ${builders}, "provisioner": [], "bananas": 1 }`,
      findings: [
        { message: 'meant', at: '1:70', data: { name: 'provisioner', meant: 'provisioners' } },
        { message: 'key', at: '1:89', data: { name: 'bananas' } },
      ],
      fixed: `{ ${builders}, "provisioners": [], "bananas": 1 }`,
    },
    {
      file,
      code: '{ "builders": [\n{ "name": "x" },\n{ "type": "null" },\n{ "type": "qemu", "name": "null" }\n] }',
      findings: [
        { message: 'type', at: '2:1' },
        { message: 'repeated', at: '4:27', data: { name: 'null' } },
      ],
    },
    {
      file,
      code: `{ ${builders},\n"provisioners": [{ "type": "shell", "only": ["b"], "override": { "c": {} } }],\n"post-processors": [[{ "type": "x", "except": ["qemo"] }]] }`,
      findings: [
        { message: 'builder', at: '2:46', data: { name: 'b', known: 'a, qemu' } },
        { message: 'builder', at: '2:66' },
        { message: 'builder', at: '3:48', data: { name: 'qemo', known: 'qemu, a' } },
      ],
    },
    {
      file,
      varFiles: ['v.json'],
      files: { 'v.json': '{"y": "1"}' },
      code: '{ "builders": [{ "type": "null",\n"host": "{{user `x`}}",\n"port": "{{user `x`}}",\n"name": "${var.n}", "a": "${path.root}/x", "b": "${build.ID}", "c": "${source.name}" }] }',
      findings: [
        {
          message: 'variable',
          at: '2:9',
          sub: 'undeclared-variable',
          severity: 'medium',
          data: { name: 'x' },
        },
        {
          message: 'hcl',
          at: '4:9',
          sub: 'hcl-reference',
          data: { text: '${var.n}', better: '{{user `n`}}' },
        },
        { message: 'hcl', at: '4:26', sub: 'hcl-reference' },
        { message: 'hcl', at: '4:49', sub: 'hcl-reference' },
        { message: 'hcl', at: '4:69', sub: 'hcl-reference' },
      ],
    },
    {
      name: 'a slip of a declared name',
      file,
      code: '{ "variables": {"host_name": "1"}, "builders": [{ "type": "null", "host": "{{user `host_nmae`}}" }] }',
      findings: [{ message: 'variable', at: '1:75', sub: 'undeclared-variable' }],
    },
  ],
});
