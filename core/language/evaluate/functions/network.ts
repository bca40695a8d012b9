import { list, type Typed, text } from '../../values/index.ts';
import { addressText, type Network, networkText, parseNetwork } from './ip-address.ts';
import {
  type FunctionSpec,
  listOfText,
  numberType,
  param,
  refuse,
  stringType,
  textOf,
  wholeOf,
} from './spec.ts';

const prefix = param('prefix', stringType);

export const network: Readonly<Record<string, FunctionSpec>> = {
  cidrhost: {
    params: [prefix, param('hostnum', numberType)],
    returns: stringType,
    compute: ([range, number]) => text(host(networkOf(range), wholeOf(number, 'the host number'))),
  },
  cidrnetmask: {
    params: [prefix],
    returns: stringType,
    compute: ([range]) => {
      const { length, bits } = networkOf(range);
      return text(addressText(maskOf(length, bits), bits));
    },
  },
  cidrsubnet: {
    params: [prefix, param('newbits', numberType), param('netnum', numberType)],
    returns: stringType,
    compute: ([range, bits, number]) =>
      text(subnet(networkOf(range), wholeOf(bits, 'newbits'), wholeOf(number, 'netnum'))),
  },
  cidrsubnets: {
    params: [prefix],
    variadic: param('newbits', numberType),
    returns: listOfText,
    compute: ([range, ...bits]) =>
      list(
        subnets(
          networkOf(range),
          bits.map((one) => wholeOf(one, 'newbits')),
        ).map(text),
        stringType,
      ),
  },
};

function networkOf(value: Typed | undefined): Network {
  const parsed = parseNetwork(textOf(value));
  if (!parsed) throw refuse('this is not an address range such as 10.0.0.0/8');
  return parsed;
}

function maskOf(length: number, bits: number): bigint {
  return ((1n << BigInt(length)) - 1n) << BigInt(bits - length);
}

/** Negative numbers count from the end of the range. */
function host({ base, length, bits }: Network, number: number): string {
  const most = (1n << BigInt(bits - length)) - 1n;
  const at = number < 0 ? most + 1n + BigInt(number) : BigInt(number);
  if (at < 0n || at > most) throw refuse(`a range of /${length} has no host number ${number}`);
  return addressText(base + at, bits);
}

function subnet({ base, length, bits }: Network, newBits: number, number: number): string {
  if (newBits > 32) throw refuse('the prefix can be extended by at most 32 bits');
  const extended = length + newBits;
  if (newBits < 0 || extended > bits) throw refuse(`a prefix of ${extended} bits is not possible here`);
  if (number < 0 || BigInt(number) >= 1n << BigInt(newBits)) {
    throw refuse(`there is no subnet number ${number} with ${newBits} new bits`);
  }
  return networkText({ base: base + (BigInt(number) << BigInt(bits - extended)), length: extended, bits });
}

/** One after the other, each as close to the one before as its size allows. */
function subnets({ base, length, bits }: Network, sizes: readonly number[]): readonly string[] {
  const end = base + (1n << BigInt(bits - length));
  let next = base;
  return sizes.map((size) => {
    if (size < 1 || size > 32) throw refuse('each subnet must extend the prefix by 1 to 32 bits');
    const extended = length + size;
    if (extended > bits) throw refuse(`a prefix of ${extended} bits is too long for this kind of address`);
    const span = 1n << BigInt(bits - extended);
    const start = ((next + span - 1n) / span) * span;
    if (start + span > end) throw refuse('there is not enough address space left');
    next = start + span;
    return networkText({ base: start, length: extended, bits });
  });
}
