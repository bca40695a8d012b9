import { type ComponentView, defineRule, startOf, type TargetView } from 'packer-hybrid/rules';
import { guestWork } from '../_shared/guest-work.ts';
import { isChangedLater, isSystemdLinux, makesBox, writtenIn } from '../_shared/linux-guest.ts';
import { settingTexts } from '../_shared/setting-texts.ts';
import { flagOf, isSet, textOf } from '../_shared/settings.ts';
import { stepLog } from '../_shared/steps.ts';

const types: ReadonlySet<string> = new Set([
  'proxmox-iso',
  'proxmox-clone',
  'vsphere-iso',
  'vsphere-clone',
  'qemu',
]);
const cleans =
  /cloud-init\s[^\n]*clean|\/var\/lib\/cloud|99-installer|subiquity-disable|50-curtin|00-installer-config|virt-sysprep|(?:purge|remove|touch)[^\n]*cloud-init/;

export default defineRule({
  id: 'build/cloud-init-state-kept',
  meta: {
    summary: 'An image for cloud-init keeps the state of the machine it was built in.',
    severity: 'medium',
    impact: 'wrong-image',
    recovery: 'simple',
    confidence: 0.72,
    remedy: 'Run cloud-init clean in the last step and remove what the installer left in /etc/cloud.',
    example: 'inline = ["rm -f /etc/cloud/cloud.cfg.d/99-installer.cfg", "cloud-init clean --logs --seed"]',
    recommended: true,
    needsWholeTemplate: true,
  },
  messages: {
    kept: '"{type}.{name}" is made for cloud-init ({reason}), and no step cleans its state: machines made of the image take themselves for configured and ignore their address, user and keys.',
  },
  create({ template, report, readFile }) {
    const log = stepLog(template);
    const targets: TargetView[] = [];
    const postProcessors: ComponentView[] = [];
    const outside: string[] = [];

    function check(target: TargetView): void {
      const steps = log.stepsOf(target);
      if (!isSystemdLinux(template, target) || makesBox(postProcessors, target) || steps.length === 0) return;
      if (isChangedLater(postProcessors, target)) return;
      const work = guestWork({ template, readFile }, steps);
      const reason = reasonFor(target, work.text);
      if (reason === undefined || !work.isWhole) return;
      const text = [
        work.text,
        ...outside,
        ...settingTexts(target.body),
        writtenIn(template, target.body),
      ].join('\n');
      if (cleans.test(text)) return;
      const { type, name } = target;
      report({ at: startOf(target.source), message: 'kept', data: { type, name, reason } });
    }

    return {
      target(target) {
        if (target.build && types.has(target.type)) targets.push(target);
      },
      provisioner: log.provisioner,
      postProcessor: (view) => {
        postProcessors.push(view);
      },
      script(script) {
        log.script(script);
        const isStep =
          'component' in script.owner && script.owner.build.provisioners.includes(script.owner.component);
        if (!isStep) outside.push(...script.lines.map(({ text }) => text));
      },
      end() {
        for (const target of targets) check(target);
      },
    };
  },
});

/** Why machines made of the image will ask cloud-init for their configuration. */
function reasonFor({ body }: TargetView, work: string): string | undefined {
  if (flagOf(body, 'cloud_init') === true) return 'it gets a drive for cloud-init';
  const typed = settingTexts(body).join('\n');
  if (/\bautoinstall\b/.test(typed)) return 'Ubuntu installs it';
  if (isSet(body, 'disk_image') && /cloud/i.test(textOf(body, 'iso_url') ?? ''))
    return 'it starts from a cloud image';
  return /install[^\n]*\scloud-init\b/.test(work) ? 'its steps install it' : undefined;
}
