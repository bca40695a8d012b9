const hex = (byte: number) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;

function percentEncode(secret: string, kept: RegExp): string {
  return [...Buffer.from(secret)]
    .map((byte) =>
      byte < 128 && kept.test(String.fromCharCode(byte)) ? String.fromCharCode(byte) : hex(byte),
    )
    .join('');
}

/** What URLs and HTML forms make of a secret; programs disagree about which characters stay as they are. */
export function urlForms(secret: string): readonly string[] {
  const upper = [
    percentEncode(secret, /[\w.~-]/),
    percentEncode(secret, /[\w.~!'()*-]/),
    percentEncode(secret, /[\w.~$&+,;=-]/),
    percentEncode(secret, /[\w.~$&+,;=:@-]/),
    percentEncode(secret, /[\w.~!'()*;/?:@&=+$,#-]/),
    percentEncode(secret, /[\w.~ -]/).replaceAll(' ', '+'),
  ];
  return [...upper, ...upper.map((form) => form.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()))];
}

const unicode = (char: string) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** What JSON writers make of a secret: JavaScript's, Go's (which escapes HTML), Python's (ASCII only), and JSON inside JSON. */
export function jsonForms(secret: string): readonly string[] {
  const plain = JSON.stringify(secret).slice(1, -1);
  return [
    plain,
    plain.replace(/[<>&\u2028\u2029]/g, unicode),
    plain.replace(/[\u0080-\uffff]/g, unicode),
    JSON.stringify(plain).slice(1, -1),
  ];
}

/** What a shell's single quotes and Packer's machine-readable output make of a secret. */
export function quotedForms(secret: string): readonly string[] {
  const escaped = secret.replaceAll('\r', '\\r').replaceAll('\n', '\\n');
  return [secret.replaceAll("'", "'\\''"), escaped.replaceAll(',', '%!(PACKER_COMMA)')];
}
