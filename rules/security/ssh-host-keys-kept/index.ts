import {
  type Build,
  type Command,
  type ComponentView,
  defineRule,
  startOf,
  type TargetView,
} from 'packer-hybrid/rules';
import { answerFiles } from '../_shared/answer-files.ts';
import { buildCommands } from '../_shared/build-commands.ts';
import { isKeptAsImage } from './kept-as-image.ts';
import { cleansInPlaybook } from './playbook-cleaning.ts';

export default defineRule({
  id: 'security/ssh-host-keys-kept',
  meta: {
    summary: 'All machines made from the image have the same SSH host keys.',
    severity: 'high',
    impact: 'insecure-image',
    recovery: 'simple',
    confidence: 0.75,
    remedy:
      'Remove /etc/ssh/ssh_host_* in the last provisioner; cloud-init or a unit of the distribution makes new ones at the first boot.',
    example: 'inline = ["sudo rm -f /etc/ssh/ssh_host_*"]',
    recommended: true,
  },
  messages: {
    kept: 'Nothing in the build removes the SSH host keys: whoever owns one machine made from this image can pose as all others.',
    unsure:
      'No step that can be read removes the SSH host keys; if no other does, all machines made from this image share them.',
    cloudInit:
      'The SSH host keys stay in the image; only cloud-init replaces them, on machines that get a new instance id.',
  },
  create({ template, report, readFile }) {
    const commands = buildCommands();
    const provisioners: ComponentView[] = [];
    const targets: TargetView[] = [];
    const readScripts = new Set<ComponentView>();
    return {
      target(target) {
        if (target.build && isKeptAsImage(target)) targets.push(target);
      },
      provisioner(view) {
        provisioners.push(view);
      },
      script(script) {
        commands.script(script);
        if ('component' in script.owner && script.origin === 'file') readScripts.add(script.owner);
      },
      end() {
        for (const target of targets) check(target);
      },
    };

    function check(target: TargetView): void {
      const { build, source } = target;
      const own = build ? commands.of(build).map(({ command }) => command) : [];
      const answers = answerFiles({ template, readFile }, target).map(({ text }) => text);
      if (own.some(removesKeys) || answers.some((text) => removal.test(text))) return;
      const steps = provisioners.filter((view) => view.build === build);
      if (steps.some((view) => cleansInPlaybook({ template, readFile }, view))) return;
      const at = startOf(source);
      if (own.some(cleansCloudInit)) report({ at, message: 'cloudInit', severity: 'low', confidence: 0.5 });
      else if (hasUnread(build, steps)) report({ at, message: 'unsure', severity: 'low', confidence: 0.4 });
      else report({ at, message: 'kept' });
    }

    function hasUnread(build: Build | undefined, steps: readonly ComponentView[]): boolean {
      return steps.some((view) => {
        const { type, body } = view.component;
        if (/^(ansible|puppet|chef|salt)/.test(type)) return true;
        const namesScript = body.attributes.some(({ name }) => name === 'script' || name === 'scripts');
        const isUnknown = body.attributes.some(
          ({ name, value }) => name === 'inline' && value.state === 'unknown' && !hasCommands(view),
        );
        return build !== undefined && ((namesScript && !readScripts.has(view)) || isUnknown);
      });
    }

    function hasCommands(view: ComponentView): boolean {
      return commands.all().some(({ script }) => script.owner === view);
    }
  },
});

const removal = /ssh_host_|virt-sysprep|waagent\b.*-deprovision|sys-unconfig|ssh_deletekeys:\s*(true|1)/;

function removesKeys({ name, words, text }: Command): boolean {
  if (/^(virt-sysprep|sys-unconfig)$/.test(name)) return true;
  if (name === 'waagent') return words.some((word) => /^-+deprovision/.test(word));
  if (!/ssh_host_|\/etc\/ssh\/\*key/.test(text)) return false;
  return /^(rm|shred|find|truncate|unlink|ssh-keygen|xargs|for)$/.test(name);
}

function cleansCloudInit({ name, words }: Command): boolean {
  return name === 'cloud-init' && words[1] === 'clean';
}
