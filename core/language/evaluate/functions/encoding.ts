import { isUtf8 } from 'node:buffer';
import { type Typed, text } from '../../values/index.ts';
import { decodeJson } from './decode-json.ts';
import { jsonText } from './json-text.ts';
import {
  anyType,
  type FunctionSpec,
  nullable,
  opaque,
  param,
  refuse,
  stringType,
  textFunction,
  textOf,
} from './spec.ts';

export const encoding: Readonly<Record<string, FunctionSpec>> = {
  base64encode: textFunction(['str'], (str = '') => Buffer.from(str).toString('base64')),
  base64decode: textFunction(['str'], (str = '') => {
    const bytes = fromBase64(str);
    if (!isUtf8(bytes)) throw refuse('the decoded bytes are not text in UTF-8');
    return bytes.toString('utf8');
  }),
  // Go compresses differently from what is at hand here: the result means the same and is not the same.
  base64gzip: opaque([param('str', stringType)]),
  urlencode: textFunction(['str'], (str = '') => urlEncode(str)),
  textencodebase64: {
    params: [param('string', stringType), param('encoding', stringType)],
    returns: stringType,
    compute: ([str, name]) => {
      const bytes = encoded(textOf(str), textOf(name));
      return bytes && text(bytes.toString('base64'));
    },
  },
  textdecodebase64: {
    params: [param('source', stringType), param('encoding', stringType)],
    returns: stringType,
    compute: ([source, name]) => {
      const bytes = fromBase64(textOf(source));
      return decoded(bytes, textOf(name));
    },
  },
  jsonencode: {
    params: [nullable('val', anyType)],
    returns: stringType,
    compute: ([value]) => {
      const written = value && jsonText(value);
      return written === undefined ? undefined : text(written);
    },
  },
  jsondecode: {
    params: [param('str', stringType)],
    returns: anyType,
    compute: ([str]) => decodeJson(textOf(str)),
  },
};

/** Go takes base64 with its padding and with line ends, and nothing else. */
function fromBase64(written: string): Buffer {
  const compact = written.replace(/[\r\n]/g, '');
  const isValid = compact.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(compact);
  if (!isValid) throw refuse('this is not valid base64');
  return Buffer.from(compact, 'base64');
}

function urlEncode(str: string): string {
  return encodeURIComponent(str.replace(/\p{Surrogate}/gu, '\ufffd'))
    .replace(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+');
}

/** Only encodings that everybody names alike; what Go makes of others is not known here. */
function encoded(str: string, name: string): Buffer | undefined {
  switch (name.toUpperCase()) {
    case 'UTF-8':
      return Buffer.from(str);
    case 'UTF-16LE':
      return Buffer.from(str, 'utf16le');
    case 'UTF-16BE':
      return Buffer.from(str, 'utf16le').swap16();
    default:
      return undefined;
  }
}

function decoded(bytes: Buffer, name: string): Typed | undefined {
  const even = bytes.length % 2 === 0;
  switch (name.toUpperCase()) {
    case 'UTF-8':
      return isUtf8(bytes) ? text(bytes.toString('utf8')) : undefined;
    case 'UTF-16LE':
      return even ? text(bytes.toString('utf16le')) : undefined;
    case 'UTF-16BE':
      return even ? text(Buffer.from(bytes).swap16().toString('utf16le')) : undefined;
    default:
      return undefined;
  }
}
