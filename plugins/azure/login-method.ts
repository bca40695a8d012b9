import { type AzureSource, type Proof, proofs } from './source.ts';

/** How Packer's Azure plugin will log in, by the same order of precedence; `unknown` while a value is not known. */
export type LoginMethod =
  | { readonly kind: 'unknown' | 'cli' | 'managed-identity' }
  | { readonly kind: 'principal'; readonly proofs: readonly Proof[] };

export function loginMethod(source: AzureSource): LoginMethod {
  const { usesCli, tenantId } = source;
  if (usesCli.state === 'unknown') return { kind: 'unknown' };
  if (usesCli.state === 'text' && usesCli.text === 'true') return { kind: 'cli' };
  const values = proofs.map((name) => source.proofs[name]);
  if ([...values, tenantId].some(({ state }) => state === 'unknown')) return { kind: 'unknown' };
  const given = proofs.filter((name) => source.proofs[name].state === 'text');
  if (given.length === 0 && tenantId.state === 'missing') return { kind: 'managed-identity' };
  return { kind: 'principal', proofs: given };
}
