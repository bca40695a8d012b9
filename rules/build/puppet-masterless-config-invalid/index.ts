import { defineRule, type Report } from 'packer-hybrid/rules';
import { configProblems } from './config.ts';
import { guestProblems } from './guest.ts';

const messages = {
  manifest: '"puppet-masterless" needs a "manifest_file".',
  system: '"guest_os_type" is {allowed}, not "{value}".',
  'missing-file': 'There is no "{path}", which "{name}" names.',
  command: '"execute_command" never names the manifest: without {placeholder} Puppet has nothing to apply.',
  sudo: 'Puppet runs without sudo as "{user}", who may not change the system.',
  'exit-codes': '"ignore_exit_codes" takes resources that failed for success.',
  'not-installed': 'No earlier step installs Puppet, and an image made from an installation medium has none.',
} as const;

export type PuppetProblem = Report<typeof messages>;

export default defineRule({
  id: 'build/puppet-masterless-config-invalid',
  meta: {
    summary: 'Puppet lacks its manifest, its rights or Puppet itself, or its failures go unseen.',
    severity: 'medium',
    impact: 'build-fails',
    recovery: 'simple',
    confidence: 0.8,
    remedy: 'Correct the setting, and let the build end when a resource fails.',
    example:
      'provisioner "puppet-masterless" {\n  manifest_file           = "site.pp"\n  clean_staging_directory = true\n}',
    recommended: true,
  },
  messages,
  subs: {
    manifest: 'no manifest',
    system: 'an operating system that the provisioner does not know',
    'missing-file': 'modules or a Hiera configuration that are not there',
    command: 'a command that leaves the manifest out',
    sudo: 'a run without the rights that it needs',
    'exit-codes': 'failures that count as success',
    'not-installed': 'no step that installs Puppet',
  },
  create({ template, report, exists }) {
    return {
      provisioner(view) {
        const { type, body, range } = view.component;
        if (type !== 'puppet-masterless') return;
        const start = { ...range, end: range.start };
        for (const problem of configProblems(body, start, exists)) report(problem);
        for (const problem of guestProblems(template, view)) report(problem);
      },
    };
  },
});
