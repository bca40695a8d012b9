import { isIP, isIPv4 } from 'node:net';

/** Whether a text is an address with the length of its network, such as `10.0.0.5/24`. */
export function isCidr(text: string): boolean {
  const [address = '', length = '', ...rest] = text.split('/');
  const version = isIP(address);
  return (
    version !== 0 && rest.length === 0 && /^\d+$/.test(length) && Number(length) <= (version === 4 ? 32 : 128)
  );
}

/** Whether two IPv4 addresses lie in one network; undefined for anything that is no such address. */
export function inSameNetwork(first: string, second: string, length: number): boolean | undefined {
  if (!isIPv4(first) || !isIPv4(second) || length < 0 || length > 32) return undefined;
  const size = 2 ** (32 - length);
  return Math.floor(numberOf(first) / size) === Math.floor(numberOf(second) / size);
}

function numberOf(address: string): number {
  return address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}
