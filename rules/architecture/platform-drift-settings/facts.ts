import { type Attribute, attributeOf, type Body, blocksOf, type TargetView } from 'packer-hybrid/rules';
import { textOf, textsOf } from '../_shared/settings.ts';

export type Subject = 'release' | 'architecture' | 'disk-size' | 'firmware' | 'answers' | 'user';

/** What a target says of one subject, with the attribute that says it. */
export interface Fact {
  readonly subject: Subject;
  readonly value: string;
  readonly attribute: Attribute;
}

/** Everything that makes a difference for the installed system and can be compared; only what is known. */
export function factsOf({ body }: TargetView): readonly Fact[] {
  return [...isoFacts(body), ...diskFacts(body), ...firmwareFacts(body), ...loginFacts(body)];
}

const isoNames = ['iso_url', 'iso_urls', 'iso_file', 'iso_paths'];

function isoFacts(body: Body): readonly Fact[] {
  const bodies = [body, ...blocksOf(body, 'boot_iso').map((block) => block.body)];
  const found = bodies.flatMap((one) => isoNames.flatMap((name) => attributeOf(one, name) ?? []));
  const [attribute] = found;
  const holder = attribute && bodies.find((one) => one.attributes.includes(attribute));
  const path = attribute && holder ? textsOf(holder, attribute.name)[0] : undefined;
  if (!attribute || path === undefined) return [];
  const file = path.split(/[/\\]/).at(-1) ?? '';
  const release = /(?<![\d.])\d+(?:\.\d+)+(?![\d])/.exec(file)?.[0];
  const architecture = /amd64|x86_64|x64|arm64|aarch64|i386/i.exec(file)?.[0];
  return [
    ...(release ? [{ subject: 'release' as const, value: release, attribute }] : []),
    ...(architecture
      ? [{ subject: 'architecture' as const, value: sameArchitecture(architecture), attribute }]
      : []),
  ];
}

function sameArchitecture(name: string): string {
  const lower = name.toLowerCase();
  if (/amd64|x86_64|x64/.test(lower)) return 'amd64';
  return /arm64|aarch64/.test(lower) ? 'arm64' : lower;
}

/** The size of the only disk, in MiB. */
function diskFacts(body: Body): readonly Fact[] {
  const blocks = ['disks', 'storage'].flatMap((type) => blocksOf(body, type));
  const holder = blocks.length === 0 ? body : blocks.length === 1 ? blocks[0]?.body : undefined;
  const attribute = holder && attributeOf(holder, 'disk_size');
  if (attribute?.value.state !== 'known') return [];
  const size = mebibytes(String(attribute.value.value));
  return size === undefined ? [] : [{ subject: 'disk-size', value: `${size} MiB`, attribute }];
}

const units: Readonly<Record<string, number>> = { '': 1, M: 1, G: 1024, T: 1024 * 1024 };

function mebibytes(text: string): number | undefined {
  const match = /^(\d+)([MGT]?)i?B?$/i.exec(text.trim());
  return match ? Number(match[1]) * (units[(match[2] ?? '').toUpperCase()] ?? 1) : undefined;
}

function firmwareFacts(body: Body): readonly Fact[] {
  const attribute = ['bios', 'firmware', 'efi_boot']
    .map((name) => attributeOf(body, name))
    .find((one) => one);
  if (attribute?.value.state !== 'known') return [];
  const written = String(attribute.value.value);
  const value = /ovmf|efi|true/.test(written)
    ? 'UEFI'
    : /seabios|bios|false/.test(written)
      ? 'BIOS'
      : undefined;
  return value === undefined ? [] : [{ subject: 'firmware', value, attribute }];
}

function loginFacts(body: Body): readonly Fact[] {
  const subjects = [
    ['ssh_username', 'user'],
    ['winrm_username', 'user'],
    ['http_directory', 'answers'],
  ] as const;
  return subjects.flatMap(([name, subject]) => {
    const attribute = attributeOf(body, name);
    const value = textOf(body, name);
    return attribute && value !== undefined ? [{ subject, value, attribute }] : [];
  });
}
