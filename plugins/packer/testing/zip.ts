import { crc32 } from 'node:zlib';

/** A zip archive with one stored (not compressed) file, as small a writer as a test needs. */
export function zipOf(name: string, content: Buffer): Buffer {
  const file = Buffer.from(name);
  const shared = Buffer.alloc(26);
  shared.writeUInt16LE(20, 0);
  shared.writeUInt32LE(crc32(content), 10);
  shared.writeUInt32LE(content.length, 14);
  shared.writeUInt32LE(content.length, 18);
  shared.writeUInt16LE(file.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), shared, file, content]);

  const madeBy = Buffer.from([20, 3]);
  const outside = Buffer.alloc(14);
  outside.writeUInt32LE(0o100755 * 65536, 6);
  const central = Buffer.concat([Buffer.from('PK\x01\x02'), madeBy, shared, outside, file]);

  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}
