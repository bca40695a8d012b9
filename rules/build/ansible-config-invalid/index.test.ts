import { testRule } from 'packer-hybrid/testing';
import { found } from '../_shared/testing.ts';
import rule from './index.ts';

const step = (type: string, ...lines: readonly string[]) =>
  `build {\n  provisioner "${type}" {\n${lines.map((line) => `    ${line}\n`).join('')}  }\n}\n`;

testRule(rule, {
  valid: [
    step('ansible', 'playbook_file = "a.yml"', 'local_port = 2200', 'ansible_proxy_key_type = "rsa"'),
    step('ansible', 'playbook_file = var.p'),
    step('ansible', 'override = { x = { playbook_file = "a" } }'),
    step('ansible-local', 'playbook_files = ["a"]', 'playbook_file = ""', 'inventory_groups = ["g"]'),
    step(
      'ansible-local',
      'playbook_file = "a"',
      'inventory_file = "h"',
      'extra_arguments = ["--limit", "x"]',
    ),
    step('ansible-local', 'playbook_file = "a"', 'inventory_file = "h"', 'extra_arguments = var.more'),
    step('ansible-local', 'playbook_file = var.a ? "x" : null', 'playbook_files = var.a ? null : ["y"]'),
    {
      name: 'files that are there or elsewhere',
      code: step(
        'ansible',
        'playbook_file = "a"',
        'inventory_directory = "inv"',
        'ssh_host_key_file = "/etc/key"',
        'ssh_authorized_key_file = "../k"',
      ),
      files: { 'inv/hosts': '' },
    },
    step('shell', 'local_port = 70000'),
  ],
  invalid: [
    {
      code: step('ansible', 'user = "a"'),
      findings: [found('2:3', 'playbook', { data: { type: 'ansible' } })],
    },
    { code: step('ansible-local'), findings: [found('2:3', 'playbook')] },
    {
      code: step('ansible-local', 'playbook_file = "a"', 'playbook_files = ["b"]'),
      findings: [found('4:5', 'playbooks')],
    },
    {
      code: step(
        'ansible',
        'playbook_file = "a"',
        'inventory_directory = "inv"',
        'local_port = 70000',
        'ansible_proxy_key_type = "DSA"',
      ),
      findings: [
        found('4:27', 'missing-file', { data: { name: 'inventory_directory', path: 'inv' } }),
        found('5:18', 'port'),
        found('6:30', 'key-type'),
      ],
    },
    {
      code: step(
        'ansible-local',
        'playbook_file = "a"',
        'inventory_file = "h"',
        'inventory_groups = ["g"]',
        'extra_arguments = ["-v"]',
      ),
      findings: [
        found('4:5', 'limit', { severity: 'medium' }),
        found('5:5', 'groups', { severity: 'medium' }),
      ],
    },
  ],
});
