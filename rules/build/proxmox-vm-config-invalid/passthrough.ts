import { attributeOf, type Body } from 'packer-hybrid/rules';
import { notAmong } from '../_shared/combine.ts';
import { nestedBlocks } from '../_shared/nested.ts';
import { headOf, type Problem, placeOf, valuePlace } from '../_shared/problem.ts';
import { flagOf, isSet, isUnset, numberOf, textOf } from '../_shared/settings.ts';

const random = { name: 'source', allowed: ['/dev/urandom', '/dev/random', '/dev/hwrng'] };

/** What the guest gets of the host: random numbers and PCI devices. */
export function passthroughProblems(body: Body) {
  return [
    ...nestedBlocks(body, 'rng0').flatMap((block) => [
      ...notAmong(block.body, 'rng-source', random),
      ...rngProblems(block.body),
    ]),
    ...nestedBlocks(body, 'pci_devices').flatMap((block) => [
      ...deviceProblems(block.body),
      ...machineProblems(block.body, body),
    ]),
  ];
}

function rngProblems(rng: Body): readonly Problem<'rng-unlimited'>[] {
  const isUnlimited = attributeOf(rng, 'max_bytes') !== undefined && numberOf(rng, 'max_bytes') === 0;
  return isUnlimited ? [{ id: 'rng-unlimited', at: placeOf(rng, 'max_bytes'), severity: 'medium' }] : [];
}

function deviceProblems(device: Body): readonly Problem<'pci-device' | 'pci-address'>[] {
  const isBoth = isSet(device, 'host') && isSet(device, 'mapping');
  const isNone = isUnset(device, 'host') && isUnset(device, 'mapping');
  const data = { found: isBoth ? 'are both' : 'is neither' };
  const value = textOf(device, 'host');
  const isAddress = value === undefined || /^([\da-f]{4}:)?[\da-f]{2}:[\da-f]{2}\.[\da-f]$/i.test(value);
  return [
    ...(isBoth || isNone ? [{ id: 'pci-device' as const, at: headOf(device), data }] : []),
    ...(isAddress ? [] : [{ id: 'pci-address' as const, at: valuePlace(device, 'host'), data: { value } }]),
  ];
}

function machineProblems(device: Body, body: Body): readonly Problem<'pci-legacy-igd' | 'pci-express'>[] {
  const machine = textOf(body, 'machine') ?? (isUnset(body, 'machine') ? 'pc' : undefined);
  if (machine === undefined) return [];
  const isPc = machine === 'pc' || machine.startsWith('pc-i440fx');
  const isQ35 = machine === 'q35' || machine.startsWith('pc-q35');
  const isHeadless = nestedBlocks(body, 'vga').some((vga) => textOf(vga.body, 'type') === 'none');
  const isWrongIgd = flagOf(device, 'legacy_igd') === true && !(isPc && isHeadless);
  const isWrongPcie = flagOf(device, 'pcie') === true && !isQ35;
  const data = { machine: `"${machine}"` };
  return [
    ...(isWrongIgd ? [{ id: 'pci-legacy-igd' as const, at: placeOf(device, 'legacy_igd') }] : []),
    ...(isWrongPcie ? [{ id: 'pci-express' as const, at: placeOf(device, 'pcie'), data }] : []),
  ];
}
