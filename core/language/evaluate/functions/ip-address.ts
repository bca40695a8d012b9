import { isIPv4, isIPv6 } from 'node:net';

/** A range of addresses: its first one, the length of its prefix, and how long addresses are. */
export interface Network {
  readonly base: bigint;
  readonly length: number;
  readonly bits: 32 | 128;
}

/** Reads `10.0.0.0/8` as strictly as Go does; what lies behind the prefix is dropped. */
export function parseNetwork(written: string): Network | undefined {
  const [, address = '', size = ''] = /^([^/%]+)\/(0|[1-9]\d{0,2})$/.exec(written) ?? [];
  const bits = isIPv4(address) ? 32 : isIPv6(address) ? 128 : undefined;
  const length = Number(size);
  if (bits === undefined || length > bits || address === '') return undefined;
  const value = bits === 32 ? parseV4(address) : parseV6(address);
  const drop = BigInt(bits - length);
  const base = (value >> drop) << drop;
  // An old address in the new form stands for the old address.
  if (bits === 128 && base >> 32n === 0xffffn && length >= 96) {
    return { base: base & 0xffffffffn, length: length - 96, bits: 32 };
  }
  return { base, length, bits };
}

export function networkText({ base, length, bits }: Network): string {
  return `${addressText(base, bits)}/${length}`;
}

/** The usual text of an address; in IPv6 the longest run of zeros is left out. */
export function addressText(value: bigint, bits: 32 | 128): string {
  if (bits === 32) return [24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 0xffn).join('.');
  const groups = Array.from({ length: 8 }, (_, index) =>
    ((value >> BigInt(112 - 16 * index)) & 0xffffn).toString(16),
  );
  let best = { start: 0, size: 0 };
  for (let start = 0; start < 8; start += 1) {
    let size = 0;
    while (groups[start + size] === '0') size += 1;
    if (size > best.size) best = { start, size };
  }
  if (best.size < 2) return groups.join(':');
  return `${groups.slice(0, best.start).join(':')}::${groups.slice(best.start + best.size).join(':')}`;
}

function parseV4(address: string): bigint {
  return address.split('.').reduce((value, part) => (value << 8n) | BigInt(part), 0n);
}

function parseV6(address: string): bigint {
  const written = address.replace(/\d+\.\d+\.\d+\.\d+$/, (old) => {
    const value = parseV4(old);
    return `${(value >> 16n).toString(16)}:${(value & 0xffffn).toString(16)}`;
  });
  const [head = '', tail] = written.split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail === undefined || tail === '' ? [] : tail.split(':');
  const middle = tail === undefined ? [] : Array.from({ length: 8 - front.length - back.length }, () => '0');
  return [...front, ...middle, ...back].reduce((value, group) => (value << 16n) | BigInt(`0x${group}`), 0n);
}
