import { type ComponentView, defineRule, startOf, type TargetView } from 'packer-hybrid/rules';
import { guestWork } from '../_shared/guest-work.ts';
import { isChangedLater, isSystemdLinux, makesBox, writtenIn } from '../_shared/linux-guest.ts';
import { settingTexts } from '../_shared/setting-texts.ts';
import { stepLog } from '../_shared/steps.ts';

const types: ReadonlySet<string> = new Set([
  'proxmox-iso',
  'proxmox-clone',
  'vsphere-iso',
  'vsphere-clone',
  'qemu',
]);
/** Whatever may empty the identity, or change the image from outside. */
const empties =
  /truncate[^\n]*machine-id|>[>|]?\s*["']?[^\s"']*\/etc\/machine-id|tee[^\n]*machine-id|(?:cp|mv|ln|touch|install|dd|sed)[^\n]*machine-id|cloud-init[^\n]*clean[^\n]*--machine-id|virt-sysprep|systemd-machine-id-setup|uninitialized/;
const deletes = /\brm\b[^\n;&|]*\/etc\/machine-id/;

export default defineRule({
  id: 'build/machine-id-kept',
  meta: {
    summary: 'A Linux image keeps its machine-id, so all machines made of it have the same.',
    severity: 'high',
    impact: 'wrong-image',
    recovery: 'trivial',
    confidence: 0.78,
    remedy: 'Empty /etc/machine-id in the last step.',
    example: 'inline = ["truncate -s 0 /etc/machine-id"]',
    recommended: true,
    needsWholeTemplate: true,
  },
  messages: {
    kept: 'No step of the build empties /etc/machine-id of "{type}.{name}": all machines made of the image share it, and may get the same address.',
    deleted:
      'The build deletes /etc/machine-id of "{type}.{name}" and does not create an empty one: a machine whose root is read-only at first cannot make its own.',
  },
  subs: { deleted: 'The file is removed and not created empty.' },
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
      const text = [
        work.text,
        ...outside,
        ...settingTexts(target.body),
        writtenIn(template, target.body),
      ].join('\n');
      if (empties.test(text)) return;
      const { type, name } = target;
      const at = startOf(target.source);
      if (deletes.test(text)) {
        report({ at, message: 'deleted', sub: 'deleted', severity: 'medium', data: { type, name } });
      } else if (work.isWhole && !text.includes('machine-id')) {
        report({ at, message: 'kept', data: { type, name } });
      }
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
