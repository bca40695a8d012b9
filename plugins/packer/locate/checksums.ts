import { HybridError } from 'packer-hybrid';

/** Finds a file's SHA-256 in a SHA256SUMS text. */
export function sumOf(sums: string, file: string): string | undefined {
  for (const line of sums.split('\n')) {
    const [sum, name] = line.trim().split(/\s+\*?/);
    if (name === file && sum && /^[0-9a-f]{64}$/i.test(sum)) return sum.toLowerCase();
  }
  return undefined;
}

/** Throws PH_CHECKSUM_MISMATCH unless the archive is the one that the sums name. */
export function verifySum(archive: string, sums: string, actual: string): void {
  const expected = sumOf(sums, archive);
  if (expected === actual) return;
  throw new HybridError('PH_CHECKSUM_MISMATCH', {
    what: archive,
    expected: expected ?? 'an entry in SHA256SUMS, which has none for it',
    actual,
  });
}
