import { defineRule, startOf, type TargetView } from 'packer-hybrid/rules';
import { touchesGuest } from '../_shared/on-guest.ts';
import { textOf } from '../_shared/settings.ts';
import { type Step, stepLog } from '../_shared/steps.ts';
import { type Cleanup, cleanupOf, isHarmless } from './cleanup.ts';

/** Steps that only look at the machine. */
const tests: ReadonlySet<string> = new Set(['goss', 'inspec', 'testinfra', 'windows-restart']);
/** Steps whose effect nobody can tell: they may clean up once more. */
const readable: ReadonlySet<string> = new Set(['file', 'shell', ...tests]);

export default defineRule({
  id: 'build/step-after-cleanup',
  meta: {
    summary: 'A step changes the machine after it was cleaned up or generalised.',
    severity: 'high',
    impact: 'wrong-image',
    recovery: 'simple',
    confidence: 0.85,
    remedy: 'Move the clean-up to the end of the build.',
    example:
      'provisioner "shell" {\n  script = "install-monitoring.sh"\n}\nprovisioner "shell" {\n  inline = ["/usr/sbin/waagent -force -deprovision+user && sync"]\n}',
    recommended: true,
  },
  messages: {
    final:
      'The {step} step comes after "{cleanup}" in "{source}": nobody can log in any more, so the build fails.',
    after:
      'The {step} step comes after the clean-up ({cleanup}) in "{source}", and may bring back what was cleaned: logs, keys, identity.',
  },
  create({ template, report }) {
    const log = stepLog(template);
    const targets: TargetView[] = [];
    return {
      target(target) {
        if (target.build) targets.push(target);
      },
      provisioner: log.provisioner,
      script: log.script,
      end() {
        const told = new Set<unknown>();
        for (const target of targets) {
          const found = lateStep(log.stepsOf(target));
          if (!found || told.has(found.step.component)) continue;
          told.add(found.step.component);
          const { step, cleanup } = found;
          const data = {
            step: step.component.type,
            cleanup: cleanup.what,
            source: `${target.type}.${target.name}`,
          };
          const isTest = tests.has(step.component.type) || cleanup.isLight;
          const severity = isTest ? ('medium' as const) : ('high' as const);
          report({
            at: startOf(step.component),
            message: cleanup.isFinal ? 'final' : 'after',
            severity,
            data,
          });
        }
      },
    };
  },
});

interface Late {
  readonly step: Step;
  readonly cleanup: Cleanup;
}

/** The first step behind the last clean-up that changes something. */
function lateStep(steps: readonly Step[]): Late | undefined {
  const cleanups = steps.map((step) => cleanupOf(step));
  const final = cleanups.findIndex((cleanup) => cleanup?.isFinal);
  const index = final === -1 ? cleanups.findLastIndex((cleanup) => cleanup) : final;
  const cleanup = cleanups[index];
  if (!cleanup) return undefined;
  const rest = steps.slice(index + 1).filter(({ component }) => touchesGuest(component));
  if (!cleanup.isFinal && !rest.every((step) => isFollowed(step))) return undefined;
  const step = rest.find((one) => isLate(one, cleanup));
  return step && { step, cleanup };
}

/** A step that cannot be read may be the real clean-up. */
function isFollowed({ component, scripts }: Step): boolean {
  if (!readable.has(component.type)) return component.type === 'ansible';
  return component.type !== 'shell' || scripts.length > 0;
}

function isLate(step: Step, { isFinal }: Cleanup): boolean {
  const { type, body } = step.component;
  if (type === 'windows-restart') return false;
  if (isFinal) return true;
  if (type === 'file') return textOf(body, 'direction') !== 'download';
  return !isHarmless(step);
}
