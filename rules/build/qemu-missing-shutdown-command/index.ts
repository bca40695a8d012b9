import { type Command, commandsIn, defineRule, type Script, type TargetView } from 'packer-hybrid/rules';
import { headOf, placeOf } from '../_shared/problem.ts';
import { isUnset, textOf } from '../_shared/settings.ts';
import { commandProblem } from './command-problem.ts';
import { fixOf } from './fix.ts';
import { lastStep } from './last-step.ts';

export default defineRule({
  id: 'build/qemu-missing-shutdown-command',
  meta: {
    summary: 'QEMU is stopped from outside while the guest still has things to write.',
    severity: 'high',
    impact: 'wrong-image',
    recovery: 'trivial',
    confidence: 0.9,
    remedy: 'Let the guest power itself off with "shutdown_command".',
    example: 'shutdown_command = "sudo shutdown -P now"',
    recommended: true,
    fixable: 'suggested',
  },
  messages: {
    missing:
      'No "shutdown_command": Packer kills QEMU when the last provisioner is done, and what the guest has not written yet is lost.',
    'without-sudo': 'The user "{user}" may not power off: the command needs sudo.',
    reboot: 'This command starts the guest again instead of powering it off: Packer waits for its timeout.',
    'other-system': 'This is a command of Windows, and the guest is Linux.',
  },
  subs: {
    missing: 'no command',
    'without-sudo': 'command that the user may not run',
    reboot: 'restart instead of power-off',
    'other-system': 'command of another system',
  },
  create({ template, report }) {
    const stopped = new Set<unknown>();
    const targets: TargetView[] = [];

    function reportMissing(target: TargetView): void {
      const { body, source } = target;
      if (stopped.has(lastStep(template, target))) return;
      const isWritten = /^(none|writethrough|directsync)$/.test(textOf(body, 'disk_cache') ?? '');
      const fix = fixOf(source.body);
      const severity = isWritten ? 'medium' : 'high';
      report({
        at: headOf(body),
        message: 'missing',
        sub: 'missing',
        severity,
        ...(fix.length > 0 && { fix }),
      });
    }

    return {
      target(target) {
        const { type, body } = target;
        if (type !== 'qemu' || textOf(body, 'communicator') === 'none') return;
        if (isUnset(body, 'shutdown_command')) targets.push(target);
        const problem = commandProblem(body);
        const at = placeOf(body, 'shutdown_command');
        if (problem === 'without-sudo') {
          const data = { user: textOf(body, 'ssh_username') ?? '' };
          report({ at, message: problem, sub: problem, data });
        } else if (problem) {
          report({ at, message: problem, sub: problem });
        }
      },
      script(script) {
        if (commandsIn(script).some(powersOff)) stopped.add(ownerOf(script));
      },
      end() {
        for (const target of targets) reportMissing(target);
      },
    };
  },
});

function ownerOf({ owner }: Script): unknown {
  return 'component' in owner ? owner.component : undefined;
}

function powersOff({ name, words }: Command): boolean {
  if (name === 'poweroff' || name === 'halt' || name === 'stop-computer') return true;
  if (name === 'systemctl') return words.includes('poweroff') || words.includes('halt');
  return name === 'shutdown' && !words.includes('-r') && !words.includes('/r');
}
