/** What is wrong with the text of a checksum. */
export type ChecksumFault =
  | { readonly kind: 'weak'; readonly type: string }
  | { readonly kind: 'weakFile'; readonly file: string }
  | { readonly kind: 'length'; readonly type: string; readonly expected: number; readonly found: number }
  | { readonly kind: 'digits' | 'image' | 'bare' }
  | { readonly kind: 'type'; readonly type: string };

/** Hexadecimal digits by type. */
const lengths: Readonly<Record<string, number>> = {
  md5: 32,
  sha1: 40,
  sha224: 56,
  sha256: 64,
  sha384: 96,
  sha512: 128,
};

/** Judges an `iso_checksum`; undefined for one that is in order, for "none", and for an empty one. */
export function judgeChecksum(text: string): ChecksumFault | undefined {
  const checksum = text.trim();
  if (checksum === '' || checksum.toLowerCase() === 'none') return undefined;
  const [, prefix, rest = ''] = /^([^:]*):(.*)$/s.exec(checksum) ?? [];
  if (prefix?.toLowerCase() === 'file') return judgeFile(rest);
  if (/\.(iso|img|qcow2)$/i.test(checksum)) return { kind: 'image' };
  if (prefix === undefined) return judgeBare(checksum);
  const type = prefix.toLowerCase();
  if (/^https?$|^ftp$/.test(type)) return { kind: 'type', type };
  const expected = Object.hasOwn(lengths, type) ? lengths[type] : undefined;
  return expected === undefined ? { kind: 'type', type: prefix } : judgeDigest(type, rest, expected);
}

function judgeFile(url: string): ChecksumFault | undefined {
  if (/\.(iso|img|qcow2)$/i.test(url)) return { kind: 'image' };
  const file =
    url
      .replace(/[?#].*$/, '')
      .split('/')
      .at(-1) ?? '';
  return /(^|[^a-z\d])(md5|sha1)(sums?|$|[^\d])/i.test(file) ? { kind: 'weakFile', file } : undefined;
}

function judgeDigest(type: string, digest: string, expected: number): ChecksumFault | undefined {
  if (!/^[\da-f]*$/i.test(digest)) return { kind: 'digits' };
  if (digest.length !== expected) return { kind: 'length', type, expected, found: digest.length };
  return type === 'md5' || type === 'sha1' ? { kind: 'weak', type } : undefined;
}

function judgeBare(checksum: string): ChecksumFault | undefined {
  if (!/^[\da-f]+$/i.test(checksum)) return { kind: 'digits' };
  const [type] = Object.entries(lengths).find(([, length]) => length === checksum.length) ?? [];
  if (type === undefined) {
    return { kind: 'length', type: 'sha256', expected: 64, found: checksum.length };
  }
  return type === 'md5' || type === 'sha1' ? { kind: 'weak', type } : { kind: 'bare' };
}
