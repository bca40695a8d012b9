/** One entry of an initramfs; a name with slashes needs its folders listed before. */
export type ArchiveEntry =
  | { readonly name: string; readonly kind: 'folder'; readonly mode?: number }
  | { readonly name: string; readonly kind: 'file'; readonly data: Buffer | string; readonly mode?: number }
  | { readonly name: string; readonly kind: 'link'; readonly target: string }
  | { readonly name: string; readonly kind: 'device'; readonly major: number; readonly minor: number };

const typeBits = { folder: 0o040000, file: 0o100000, link: 0o120000, device: 0o020000 } as const;

/** A "newc" archive as the kernel unpacks it, owned by root whoever builds it. */
export function cpioArchive(entries: readonly ArchiveEntry[]): Buffer {
  const parts = entries.map((entry, index) => entryBytes(entry, index + 1));
  return Buffer.concat([...parts, entryBytes({ name: 'TRAILER!!!', kind: 'file', data: '', mode: 0 }, 0)]);
}

function entryBytes(entry: ArchiveEntry, inode: number): Buffer {
  const data = contentOf(entry);
  const name = Buffer.from(`${entry.name}\0`);
  const [major, minor] = entry.kind === 'device' ? [entry.major, entry.minor] : [0, 0];
  // magic, inode, mode, uid, gid, links, mtime, size, device numbers, name length, checksum
  const fields = [inode, typeBits[entry.kind] | modeOf(entry), 0, 0, 1, 0, data.length, 0, 0, major, minor];
  const header = ['070701', ...[...fields, name.length, 0].map(hex8)].join('');
  return Buffer.concat([padded(Buffer.concat([Buffer.from(header), name])), padded(data)]);
}

function contentOf(entry: ArchiveEntry): Buffer {
  if (entry.kind === 'file') return Buffer.from(entry.data);
  return Buffer.from(entry.kind === 'link' ? entry.target : '');
}

function modeOf(entry: ArchiveEntry): number {
  if (entry.kind === 'link') return 0o777;
  if (entry.kind === 'device') return 0o600;
  return entry.mode ?? (entry.kind === 'folder' ? 0o755 : 0o644);
}

function hex8(value: number): string {
  return value.toString(16).padStart(8, '0');
}

function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
}
