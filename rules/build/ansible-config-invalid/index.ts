import { type Component, defineRule, type Report, startOf } from 'packer-hybrid/rules';
import { ansibleProblems } from './ansible.ts';
import { localProblems } from './ansible-local.ts';

const messages = {
  playbook: '"{type}" needs a "playbook_file".',
  playbooks: '"playbook_file" and "playbook_files" are both set: ansible-local takes only one of them.',
  'missing-file': 'There is no "{path}", which "{name}" names.',
  port: '"local_port" goes up to 65535.',
  'key-type': 'The proxy makes keys of the types {allowed}, not "{value}".',
  groups: '"inventory_groups" is ignored beside "inventory_file".',
  limit:
    'Without "--limit" in extra_arguments the play is for every host in the inventory file, and all of it lands in this image.',
} as const;

export type AnsibleProblem = Report<typeof messages>;

export default defineRule({
  id: 'build/ansible-config-invalid',
  meta: {
    summary: 'An Ansible provisioner lacks its playbook, or its settings do not go together.',
    severity: 'critical',
    impact: 'build-fails',
    recovery: 'simple',
    confidence: 0.9,
    remedy: 'Name one playbook, and limit the play to the host that the image is for.',
    example: 'provisioner "ansible" {\n  playbook_file = "site.yml"\n  user          = "packer"\n}',
    recommended: true,
  },
  messages,
  subs: {
    playbook: 'no playbook',
    playbooks: 'a playbook and a list of playbooks at once',
    'missing-file': 'files and folders that are not there',
    port: 'a port that does not exist',
    'key-type': 'a type of key that the proxy does not make',
    groups: 'groups that the inventory file overrides',
    limit: 'an inventory file without a limit to one host',
  },
  create({ report, exists }) {
    return {
      provisioner({ component }) {
        for (const problem of problemsOf(component, exists)) report(problem);
      },
    };
  },
});

function problemsOf(component: Component, exists: (path: string) => boolean): readonly AnsibleProblem[] {
  const { type, body } = component;
  if (type === 'ansible') return ansibleProblems(body, startOf(component), exists);
  return type === 'ansible-local' ? localProblems(body, startOf(component)) : [];
}
