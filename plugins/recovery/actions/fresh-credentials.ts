import { HybridError } from 'packer-hybrid';
import * as z from 'zod';

/** What a program for credentials has to print. `PACKER_LOG…` would let Packer write secrets to disk past every mask. */
const Printed = z.record(z.string().regex(/^(?!PACKER_LOG)[A-Za-z_][A-Za-z0-9_]*$/), z.string().min(1));

/** The variables in what a program printed; undefined when it is not one JSON object of names and texts. */
export function readVariables(output: string): Readonly<Record<string, string>> | undefined {
  try {
    const printed = Printed.parse(JSON.parse(output));
    return Object.keys(printed).length > 0 ? printed : undefined;
  } catch {
    return undefined;
  }
}

const mask = '***';

/**
 * Those that this run did not know before: what it knew comes masked. Throws PH_RECOVERY_SAME_SECRET when it knew all of
 * them, PH_RECOVERY_CREDENTIALS when a known secret is but a part of a value, which is lost then.
 */
export function newVariables(
  printed: Readonly<Record<string, string>>,
  provider: { readonly platform: string; readonly command: string },
): Readonly<Record<string, string>> {
  const entries = Object.entries(printed).filter(([, value]) => value !== mask);
  if (entries.length === 0) throw new HybridError('PH_RECOVERY_SAME_SECRET', { names: Object.keys(printed) });
  const [broken] = entries.find(([, value]) => value.includes(mask)) ?? [];
  if (broken !== undefined) {
    const reason = `a secret that was in use before is part of ${broken}`;
    throw new HybridError('PH_RECOVERY_CREDENTIALS', { ...provider, reason });
  }
  return Object.fromEntries(entries);
}
