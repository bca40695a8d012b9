import { attributeOf, type Body, defineRule } from 'packer-hybrid/rules';
import { durationOf } from '../_shared/duration.ts';
import { insertAfter, replaceText } from '../_shared/insert-attribute.ts';
import { type Problem, reportProblems, valuePlace } from '../_shared/problem.ts';
import { isSet, isUnset, textOf, textsOf } from '../_shared/settings.ts';

export default defineRule({
  id: 'build/boot-wait-missing-or-short',
  meta: {
    summary: 'The boot command is typed before the boot menu shows up, or after it is gone.',
    severity: 'low',
    impact: 'unreliable-build',
    recovery: 'trivial',
    confidence: 0.65,
    remedy: 'Set "boot_wait" to when the menu is there: about "5s" for BIOS, "3s" for Windows with UEFI.',
    example: 'boot_wait    = "5s"\nboot_command = ["<esc><wait>auto<enter>"]',
    recommended: false,
    fixable: 'suggested',
  },
  messages: {
    missing: 'No "boot_wait": after the default of 10s many boot menus have started by themselves.',
    short: '"boot_wait" is {value}: most machines show no menu yet, and the keys are lost.',
    long: '"boot_wait" is {value}: the menu has started by itself long before.',
    'any-key': '"boot_wait" is {value}: Windows asks for a key within five seconds only.',
  },
  subs: {
    missing: 'no wait',
    short: 'wait that is too short',
    long: 'wait that is too long',
    'any-key': 'wait that is too long to start a Windows ISO',
  },
  create: ({ report }) => ({
    target({ type, body }) {
      if (types.has(type) && isSet(body, 'boot_command')) reportProblems(report, waitProblems(body));
    },
  }),
});

const types = new Set(['proxmox-iso', 'proxmox', 'vsphere-iso', 'qemu']);

function waitProblems(body: Body): readonly Problem<'missing' | 'short' | 'long' | 'any-key'>[] {
  const keys = textsOf(body, 'boot_command')?.join('');
  if (keys === undefined || /^\s*<wait/i.test(keys)) return [];
  const isAnyKey = /^(?:<(?:enter|spacebar|return|up|down|wait\w*)>|\s|a)+$/i.test(keys);
  const presses = keys.replaceAll(/<wait\w*>/gi, '').match(/<\w+>|\S/g)?.length ?? 0;
  if (isUnset(body, 'boot_wait')) return missing(body, isAnyKey);
  const seconds = durationOf(body, 'boot_wait');
  // A negative wait is how one asks for none.
  if (seconds === undefined || seconds < 0) return [];
  const wrong = judge(seconds, isAnyKey);
  // Keys that are typed again and again need no exact time.
  if (wrong === 'short' && isAnyKey && presses > 2) return [];
  const attribute = attributeOf(body, 'boot_wait');
  if (!wrong || !attribute) return [];
  const fix = replaceText(attribute, isAnyKey ? '3s' : '5s');
  const data = { value: textOf(body, 'boot_wait') ?? '' };
  return [{ id: wrong, at: valuePlace(body, 'boot_wait'), data, ...(fix.length > 0 && { fix }) }];
}

function judge(seconds: number, isAnyKey: boolean): 'short' | 'long' | 'any-key' | undefined {
  if (seconds < (isAnyKey ? 2 : 3)) return 'short';
  if (seconds > 60) return 'long';
  return isAnyKey && seconds > 5 ? 'any-key' : undefined;
}

function missing(body: Body, isAnyKey: boolean): readonly Problem<'missing'>[] {
  const command = attributeOf(body, 'boot_command');
  if (!command) return [];
  const fix = attributeOf(body, 'boot_wait')
    ? []
    : insertAfter(command, `boot_wait = "${isAnyKey ? '3s' : '5s'}"`);
  return [{ id: 'missing', at: command, ...(fix.length > 0 && { fix }) }];
}
