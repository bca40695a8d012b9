import { attributeOf, type TargetView } from 'packer-hybrid/rules';
import { isUnset, plainValue, textOf, textsOf } from '../_shared/settings.ts';

const builders = /^(proxmox(-iso|-clone)?|vsphere-(iso|clone)|qemu)$/;
/** Systems without such keys, or with their own way to make them. */
const otherSystems =
  /windows|win(dows)?[-_]?(\d|server|srv)|\bwin\b|w2k|freebsd|openbsd|netbsd|talos|flatcar|coreos|bottlerocket|esxi|vmkernel|darwin|macos|pfsense|opnsense|vyos|routeros|solaris|nixos/i;

/** Whether a source becomes a Linux image that machines are made from, and is reached through SSH. */
export function isKeptAsImage({ type, name, body }: TargetView): boolean {
  if (!builders.test(type)) return false;
  const communicator = attributeOf(body, 'communicator');
  if (!isUnset(communicator) && plainValue(communicator?.value) !== 'ssh') return false;
  if (body.attributes.some((attribute) => attribute.name.startsWith('winrm_'))) return false;
  const described = [
    name,
    ...['vm_name', 'template_name', 'guest_os_type', 'iso_file', 'clone_vm', 'template'].map((key) =>
      textOf(body, key),
    ),
    ...textsOf(body, 'iso_url'),
    ...textsOf(body, 'iso_urls'),
    ...body.blocks.flatMap((block) => [textOf(block.body, 'iso_file'), textOf(block.body, 'iso_url')]),
  ];
  if (described.some((text) => text !== undefined && otherSystems.test(text))) return false;
  return !/^(w|solaris|other)/.test(textOf(body, 'os') ?? '') && !isPlainMachine({ type, body });
}

/** A vSphere machine that is said to stay one. */
function isPlainMachine({ type, body }: Pick<TargetView, 'type' | 'body'>): boolean {
  if (!type.startsWith('vsphere')) return false;
  const convert = plainValue(attributeOf(body, 'convert_to_template')?.value);
  return (
    convert === false &&
    !body.blocks.some((block) => /^(content_library_destination|export)$/.test(block.type))
  );
}
