import { type Body, readAttribute, type TargetContext } from 'packer-hybrid';
import { textOf } from './find-logins.ts';
import type { GuestMachine } from './qemu-args.ts';

type MachineOfTemplate = Pick<GuestMachine, 'type' | 'diskInterface' | 'networkDevice' | 'memoryMiB'>;

/** The machine that the image was built in, as far as the template says: it is booted in the same kind. */
export function machineOf(context: TargetContext, body: Body): MachineOfTemplate {
  const type = textOf(context, body, 'machine_type');
  const diskInterface = textOf(context, body, 'disk_interface');
  const networkDevice = textOf(context, body, 'net_device');
  const memory = readAttribute(context.template, body, 'memory');
  const memoryMiB = memory.state === 'set' ? Number(memory.value) : 0;
  return {
    ...(type && { type }),
    ...(diskInterface && { diskInterface }),
    ...(networkDevice && { networkDevice }),
    ...(memoryMiB > 0 && { memoryMiB }),
  };
}

/** Whether the image needs UEFI firmware to boot. */
export function bootsByUefi({ template }: TargetContext, body: Body): boolean {
  const efi = readAttribute(template, body, 'efi_boot');
  const code = readAttribute(template, body, 'efi_firmware_code');
  return (efi.state === 'set' && String(efi.value) === 'true') || code.state === 'set';
}
