import { createHash } from 'node:crypto';
import { type FunctionSpec, numberType, opaque, param, refuse, stringType, textFunction } from './spec.ts';

export const hashes: Readonly<Record<string, FunctionSpec>> = {
  md5: hash('md5'),
  sha1: hash('sha1'),
  sha256: hash('sha256'),
  sha512: hash('sha512'),
  uuidv5: textFunction(['namespace', 'name'], (namespace = '', name = '') => uuid(namespace, name)),
  // Salted, different at every call.
  bcrypt: opaque([param('str', stringType)], param('cost', numberType)),
  rsadecrypt: opaque([param('ciphertext', stringType), param('privatekey', stringType)]),
};

function hash(algorithm: string): FunctionSpec {
  return textFunction(['str'], (str = '') => createHash(algorithm).update(str).digest('hex'));
}

const namespaces: Readonly<Record<string, string>> = {
  dns: '6ba7b810-9dad-11d1-80b4-00c04fd430c8',
  url: '6ba7b811-9dad-11d1-80b4-00c04fd430c8',
  oid: '6ba7b812-9dad-11d1-80b4-00c04fd430c8',
  x500: '6ba7b814-9dad-11d1-80b4-00c04fd430c8',
};
const form =
  /^(?:urn:uuid:)?\{?([0-9a-f]{8})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{12})\}?$/i;

/** Named UUIDs, RFC 4122 version 5. */
function uuid(namespace: string, name: string): string {
  const known = namespaces[namespace] ?? namespace;
  const [, ...groups] = form.exec(known) ?? [];
  if (groups.length === 0) throw refuse('the namespace must be dns, url, oid, x500 or a UUID');
  const bytes = createHash('sha1')
    .update(Buffer.from(groups.join(''), 'hex'))
    .update(name)
    .digest()
    .subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
