import { type Command, commandsIn, defineRule, type TargetView } from 'packer-hybrid/rules';
import { touchesGuest } from '../_shared/on-guest.ts';
import { settingTexts } from '../_shared/setting-texts.ts';
import { flagOf, isUnset, textOf } from '../_shared/settings.ts';
import { type Step, stepLog, textOfStep } from '../_shared/steps.ts';

const managers: ReadonlySet<string> = new Set(['apt', 'apt-get', 'dnf', 'yum', 'zypper', 'snap']);
/** Whatever gives cloud-init its time: waiting for it, for its locks, or just waiting. */
const waits =
  /cloud-init\s+status|boot-finished|cloud-(?:init|final|config)\.(?:target|service)|lock[:_\W]{0,2}timeout|\/var\/lib\/(?:dpkg|apt)[^\n]*lock|\bfuser\b|\blsof\b|systemd-run|\bsleep\s+\d\d|\breboot\b|unattended-upgrades/i;

export default defineRule({
  id: 'build/cloud-init-race',
  meta: {
    summary: 'Packages are installed while cloud-init may still do the same.',
    severity: 'medium',
    impact: 'unreliable-build',
    recovery: 'trivial',
    confidence: 0.7,
    remedy: 'Let the first step wait for cloud-init.',
    example: 'inline = ["cloud-init status --wait || test $? -eq 2"]',
    recommended: true,
  },
  messages: {
    race: 'cloud-init may still be at work in "{type}.{name}" when "{command}" runs: the package manager is locked in one build out of many.',
  },
  create({ template, report }) {
    const log = stepLog(template);
    const targets: TargetView[] = [];
    return {
      target(target) {
        if (target.build && runsCloudInit(target)) targets.push(target);
      },
      provisioner: log.provisioner,
      script: log.script,
      end() {
        for (const target of targets) {
          const first = firstUnprepared(log.stepsOf(target));
          if (!first) continue;
          const data = { type: target.type, name: target.name, command: first.words.slice(0, 2).join(' ') };
          report({ at: first.range, message: 'race', data });
        }
      },
    };
  },
});

/** The first use of a package manager with no wait before it; nothing once a step cannot be followed. */
function firstUnprepared(steps: readonly Step[]): Command | undefined {
  for (const step of steps.filter(({ component }) => touchesGuest(component) && component.type !== 'file')) {
    const { type, body } = step.component;
    if (type !== 'shell' || step.scripts.length === 0 || !isUnset(body, 'pause_before')) return undefined;
    if (waits.test(textOfStep(step)) || !isUnset(body, 'expect_disconnect')) return undefined;
    const found = step.scripts.flatMap((script) => commandsIn(script)).find(({ name }) => managers.has(name));
    if (found) return found;
  }
  return undefined;
}

function runsCloudInit({ type, body }: TargetView): boolean {
  switch (type) {
    case 'azure-arm':
      return /^linux$/i.test(textOf(body, 'os_type') ?? '') && textOf(body, 'image_publisher') !== undefined;
    case 'proxmox-clone':
      return flagOf(body, 'cloud_init') === true || body.blocks.some((block) => block.type === 'ipconfig');
    case 'vsphere-clone':
      return /cloud/i.test(textOf(body, 'template') ?? '');
    case 'qemu':
      if (flagOf(body, 'disk_image') === true) return /cloud/i.test(textOf(body, 'iso_url') ?? '');
      return isAutoinstall(body);
    case 'proxmox-iso':
    case 'vsphere-iso':
      return isAutoinstall(body);
    default:
      return false;
  }
}

function isAutoinstall(body: TargetView['body']): boolean {
  return /\bautoinstall\b/.test(settingTexts(body).join('\n'));
}
