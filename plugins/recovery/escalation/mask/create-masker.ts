import { secretShapes } from './secret-shapes.ts';

const MASK = '***';
const keyBegins = /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----/;
const keyEnds = /-----END [A-Z ]{0,30}PRIVATE KEY-----/;

/** Masks text that leaves the machine, and knows afterwards what it has masked. */
export interface Masker {
  text(text: string): string;
  /** How often each kind of secret was found. */
  found(): Readonly<Record<string, number>>;
}

/** Masks the secrets of the run first, then whatever looks like one by its form or by the name beside it. */
export function createMasker(secrets: { redact(text: string): string }): Masker {
  const counts = new Map<string, number>();
  const count = (kind: string, times = 1) => counts.set(kind, (counts.get(kind) ?? 0) + times);

  function line(text: string): string {
    const known = secrets.redact(text);
    if (known !== text) count('secret of this run');
    return secretShapes.reduce(
      (masked, { kind, pattern }) =>
        masked.replace(pattern, (whole: string, before: string, secret: string) => {
          if (secret === undefined || isMasked(secret)) return whole;
          count(kind);
          return `${before}${MASK}`;
        }),
      known,
    );
  }

  return {
    text(text) {
      // A private key has several lines, and may be masked as a whole where it is a secret of the run.
      const whole = text.includes('\n') ? secrets.redact(text) : text;
      if (whole !== text) count('secret of this run');
      return withoutKeys(whole, count).map(line).join('\n');
    },
    found: () => Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/** Lines of which private keys are taken out, also one whose end is missing. */
function withoutKeys(text: string, count: (kind: string) => void): readonly string[] {
  const kept: string[] = [];
  let inKey = false;
  for (const line of text.split('\n')) {
    if (inKey) {
      if (keyEnds.test(line)) inKey = false;
      continue;
    }
    if (!keyBegins.test(line)) {
      kept.push(line);
      continue;
    }
    count('private key');
    kept.push(line.replace(/-----BEGIN.*$/, MASK));
    inKey = !keyEnds.test(line);
  }
  return kept;
}

function isMasked(secret: string): boolean {
  return /^['"]?\*{3,}/.test(secret) || /^<sensitive>/.test(secret);
}
