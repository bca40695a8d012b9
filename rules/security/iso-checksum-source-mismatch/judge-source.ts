import { hostOf } from '../_shared/hosts.ts';

/** Why a checksum file cannot be that of an image. */
export type SourceFault =
  | { readonly kind: 'page' }
  | { readonly kind: 'host' | 'release'; readonly image: string; readonly checksum: string };

const vendors =
  /(^|\.)(ubuntu\.com|debian\.org|almalinux\.org|rockylinux\.org|centos\.org|fedoraproject\.org|opensuse\.org|suse\.com|oracle\.com|redhat\.com|microsoft\.com|alpinelinux\.org|archlinux\.org|freebsd\.org|openbsd\.org|netbsd\.org|kali\.org|amazonlinux\.com|github\.com|githubusercontent\.com|flatcar-linux\.net|fedorapeople\.org|vmware\.com|broadcom\.com|nixos\.org|gentoo\.org)$/;
const images = /\.(iso|img|qcow2|raw|vmdk|vhdx?|box|ova|xz|gz|zst|bz2)$/i;
const versions = /^v?(\d+(?:\.\d+)+)$|^(\d{1,2})$/;
const architectures: Readonly<Record<string, string>> = {
  x86_64: 'x86_64',
  amd64: 'x86_64',
  x64: 'x86_64',
  aarch64: 'aarch64',
  arm64: 'aarch64',
  ppc64le: 'ppc64le',
  s390x: 's390x',
};

/** Compares the place of a checksum file with those of the images that it should list. */
export function judgeSource(urls: readonly string[], checksum: string): SourceFault | undefined {
  const remote = urls.filter((url) => /^https?:/i.test(url) && !url.includes('{{'));
  const host = hostOf(checksum);
  if (remote.length === 0 || remote.length !== urls.length || !host) return undefined;
  if (remote.every((url) => !/[?#]/.test(url) && !images.test(url))) return { kind: 'page' };
  return remote.map((url) => releaseFault(url, checksum)).find((fault) => fault) ?? hostFault(remote, host);
}

/** A mirror for the image and the vendor's own checksums are good practice. */
function hostFault(urls: readonly string[], checksum: string): SourceFault | undefined {
  const hosts = urls.map((url) => hostOf(url) ?? '');
  if (hosts.some((host) => siteOf(host) === siteOf(checksum))) return undefined;
  if ([...hosts, checksum].some((host) => vendors.test(host))) return undefined;
  return { kind: 'host', image: hosts[0] ?? '', checksum };
}

function siteOf(host: string): string {
  return host.split('.').slice(-2).join('.');
}

/** The first release or architecture in which two paths differ, where both name one. */
function releaseFault(url: string, checksum: string): SourceFault | undefined {
  const [image, sums] = [segmentsOf(url), segmentsOf(checksum)];
  for (const pick of [versionOf, architectureOf]) {
    const [ours, theirs] = [image.flatMap(pick), sums.flatMap(pick)];
    const [first] = ours;
    const [second] = theirs;
    if (!first || !second || ours.some((one) => theirs.some((other) => isSame(one, other)))) continue;
    return { kind: 'release', image: first, checksum: second };
  }
  return undefined;
}

/** Folders of the path; file names are full of numbers that mean other things. */
function segmentsOf(url: string): readonly string[] {
  return url
    .replace(/^[a-z]+:\/\/[^/]*/i, '')
    .split('/')
    .slice(0, -1)
    .filter(Boolean);
}

function versionOf(segment: string): readonly string[] {
  const [, long, short] = versions.exec(segment) ?? [];
  return [long ?? short ?? ''].filter(Boolean);
}

function architectureOf(segment: string): readonly string[] {
  const name = architectures[segment.toLowerCase()];
  return name === undefined ? [] : [name];
}

/** `9` is where `9.4` is published as well. */
function isSame(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`);
}
