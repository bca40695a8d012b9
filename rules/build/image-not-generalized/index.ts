import { defineRule, type Script, type TargetView } from 'packer-hybrid/rules';
import { appliesTo } from '../_shared/applies-to.ts';
import { headOf, placeOf } from '../_shared/problem.ts';
import { isSet, textOf } from '../_shared/settings.ts';
import { becomesImage } from './becomes-image.ts';
import { generalizes, systemOf } from './generalizes.ts';
import { mayDoMore } from './may-do-more.ts';

export default defineRule({
  id: 'build/image-not-generalized',
  meta: {
    summary: 'An image keeps what belongs to one machine alone: nothing generalizes it.',
    severity: 'high',
    impact: 'wrong-image',
    recovery: 'moderate',
    confidence: 0.78,
    remedy:
      'Run sysprep with /generalize on Windows, or "waagent -force -deprovision+user" on Linux for Azure, as the last step.',
    example:
      'provisioner "shell" {\n  execute_command = "sudo sh -e \'{{.Path}}\'"\n  inline          = ["/usr/sbin/waagent -force -deprovision+user && sync"]\n}',
    recommended: true,
  },
  messages: {
    windows: 'Nothing runs sysprep: all machines made of this image have the same identity.',
    linux:
      'Nothing runs "waagent -deprovision": machines made of this image hang while Azure prepares them, and keep the user of the build.',
  },
  subs: {
    windows: 'Windows without sysprep',
    linux: 'Linux on Azure without deprovisioning',
  },
  create({ template, report }) {
    const targets: TargetView[] = [];
    const scripts: Script[] = [];

    function reportTarget(target: TargetView): void {
      const { type, body, build } = target;
      const system = systemOf(template, target);
      if (!build || !system || !becomesImage(target)) return;
      const steps = build.provisioners.filter((component) => appliesTo(template, component, target));
      const own = scripts.filter(({ owner }) =>
        'component' in owner ? steps.includes(owner.component) : owner.body === body,
      );
      const isDone = own.some(({ lines }) => lines.some(({ text }) => generalizes(text, system)));
      if (isDone || mayDoMore({ steps, scripts: own, body, system })) return;
      const severity = type.startsWith('vsphere') ? 'low' : 'high';
      const at = isSet(body, 'os_type') ? placeOf(body, 'os_type') : headOf(body);
      report({ at, message: system, sub: system, severity });
    }

    return {
      target: (target) => void targets.push(target),
      script: (script) => void scripts.push(script),
      end() {
        for (const target of targets)
          if (textOf(target.body, 'communicator') !== 'none') reportTarget(target);
      },
    };
  },
});
