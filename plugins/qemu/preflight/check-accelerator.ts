import { type Body, type CheckInput, readAttribute, type Target, type Template } from 'packer-hybrid';
import type { Accelerator } from '../kvm/index.ts';

/** A QEMU source of a template, with the target it makes. */
export interface Source {
  readonly template: Template;
  readonly body: Body;
  readonly target: Target;
}

/** Tells which accelerator is used, and why: no failure either way. */
export function describeAccelerator(chosen: Accelerator): CheckInput {
  const { accelerator } = chosen;
  const reason = sentencePart(chosen.reason);
  const message =
    accelerator === 'kvm'
      ? `Guests run with hardware virtualisation (KVM): ${reason}.`
      : `Guests run in software emulation (TCG), which is slower: ${reason}.`;
  return { id: 'qemu/accelerator', ok: true, message };
}

const variableFix =
  'Declare `variable "accelerator" { type = string }` and write `accelerator = var.accelerator`: it is given what works here.';

/** Finds templates that would start a guest with KVM where no guest boots with it: the build would wait until its time is up. */
export function checkAccelerator(
  { template, body, target }: Source,
  { accelerator, reason }: Accelerator,
): readonly CheckInput[] {
  if (accelerator === 'kvm') return [];
  const attribute = body.attributes.find(({ name }) => name === 'accelerator');
  if (attribute && /\bvar\.accelerator\b/.test(attribute.text)) return [];
  const reading = readAttribute(template, body, 'accelerator');
  const because = `no guest boots with KVM on this machine: ${sentencePart(reason)}`;
  if (reading.state === 'set' && reading.value === 'kvm') {
    return [failed(`${target.packer_name} asks for accelerator = "kvm", but ${because}.`)];
  }
  // Left to itself, Packer takes KVM as soon as the device can be opened.
  if (reading.state === 'unset' && !reason.startsWith('/dev/kvm is missing')) {
    return [failed(`${target.packer_name} sets no accelerator, so Packer may take KVM, but ${because}.`)];
  }
  return [];
}

function failed(message: string): CheckInput {
  return {
    id: 'qemu/accelerator',
    ok: false,
    message,
    remedy: `Set accelerator = "tcg". Or: ${variableFix}`,
  };
}

/** QEMU's own words may end with a full stop. */
function sentencePart(reason: string): string {
  return reason.replace(/\.+$/, '');
}
