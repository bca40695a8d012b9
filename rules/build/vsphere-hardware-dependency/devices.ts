import type { Body } from 'packer-hybrid/rules';
import { nestedBlocks } from '../_shared/nested.ts';
import { type Problem, placeOf, valuePlace } from '../_shared/problem.ts';
import { isSet, textOf, textsOf } from '../_shared/settings.ts';

type Id = 'usb-controllers' | 'floppy-without-driver' | 'network-card';

/** Controllers, floppies and network cards. */
export function deviceProblems(body: Body): readonly Problem<Id>[] {
  return [...usbProblems(body), ...floppyProblems(body), ...cardProblems(body)];
}

function usbProblems(body: Body): readonly Problem<Id>[] {
  // Former versions took a switch here.
  const types = (textsOf(body, 'usb_controller') ?? []).filter((type) => !/^(0|1|true|false)$/.test(type));
  const unknown = types.find((type) => type !== 'usb' && type !== 'xhci');
  const double = types.find((type, index) => types.indexOf(type) !== index);
  if (unknown === undefined && double === undefined) return [];
  const found = unknown === undefined ? `have "${double}" twice` : `have "${unknown}", which there is not`;
  return [{ id: 'usb-controllers', at: valuePlace(body, 'usb_controller'), data: { found } }];
}

/** Guests whose installer has no driver for floppies any more. */
const withoutFloppy =
  /^(rhel([89]|\d\d)|centos([89]|\d\d)|almalinux|rockylinux|debian1[0-9]|oraclelinux([89]|\d\d))/i;

function floppyProblems(body: Body): readonly Problem<Id>[] {
  const name = ['floppy_files', 'floppy_content', 'floppy_dirs'].find((one) => isSet(body, one));
  if (name === undefined || !hasNoFloppy(body)) return [];
  return [{ id: 'floppy-without-driver', at: placeOf(body, name), data: { name }, severity: 'medium' }];
}

/** All Ubuntus have one type of guest: the name of the ISO tells them apart. */
function hasNoFloppy(body: Body): boolean {
  const guest = textOf(body, 'guest_os_type') ?? '';
  const isos = ['iso_url', 'iso_paths', 'iso_urls'].flatMap((name) => textsOf(body, name) ?? []);
  const isUbuntu = isos.some((iso) => /ubuntu-(1[89]|[2-9]\d)\.\d\d/i.test(iso));
  return withoutFloppy.test(guest) || (isUbuntu && !/^win/i.test(guest));
}

const linux =
  /^(ubuntu|debian|rhel|centos|almalinux|rockylinux|oraclelinux|sles|opensuse|fedora|vmwarePhoton|other\dx?Linux|otherLinux|amazonlinux)/i;

function cardProblems(body: Body): readonly Problem<Id>[] {
  if (!linux.test(textOf(body, 'guest_os_type') ?? '')) return [];
  return nestedBlocks(body, 'network_adapters').flatMap(({ body: adapter }) => {
    const card = textOf(adapter, 'network_card');
    if (card !== 'e1000' && card !== 'e1000e') return [];
    const at = valuePlace(adapter, 'network_card');
    return [{ id: 'network-card' as const, at, data: { card }, severity: 'low' as const }];
  });
}
