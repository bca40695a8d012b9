/** Parts shorter than this would also be found in innocent text. */
const shortestPart = 5;
/** Line lengths of `base64`, of PEM files and of MIME. */
const wraps = [64, 76];

/** The characters that stay the same whatever stands before (0 to 2 bytes, modulo 3) and behind the secret. */
function stablePart(bytes: Buffer, before: number): string {
  const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
  const total = before + bytes.length;
  const start = Math.ceil((before * 8) / 6);
  const end = Math.floor((total * 8) / 6);
  return text.slice(start, end);
}

function wrapped(text: string): readonly string[] {
  return wraps.flatMap((width) =>
    text.length <= width ? [] : (text.match(new RegExp(`.{1,${width}}`, 'g')) ?? []),
  );
}

function formsOf(bytes: Buffer): readonly string[] {
  const whole = bytes.toString('base64');
  const parts = [0, 1, 2].map((before) => stablePart(bytes, before));
  return [whole, ...wrapped(whole), ...parts].filter((form) => form.length >= shortestPart);
}

/**
 * Base64 and base64url of a secret, alone or as part of something longer such as `user:password`, whatever its alignment;
 * also of its UTF-16 form, which is how PowerShell takes encoded commands.
 */
export function base64Forms(secret: string): readonly string[] {
  const standard = [...formsOf(Buffer.from(secret, 'utf8')), ...formsOf(Buffer.from(secret, 'utf16le'))];
  return [
    ...standard,
    ...standard.map((form) => form.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')),
  ];
}
