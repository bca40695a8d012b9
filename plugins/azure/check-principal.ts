import { type CheckInput, type KnownText, listed } from 'packer-hybrid';
import { type AzureSource, type Proof, proofs } from './source.ts';

const id = 'azure/credentials';

/** Whether a service principal has all of its parts and exactly one proof; never shows them. */
export function checkPrincipal(source: AzureSource, given: readonly Proof[]): readonly CheckInput[] {
  if (given.length === 0) return [withoutProof(source)];
  if (given.length > 1) {
    return [failed(`Several ways to log in to Azure are set: ${listed(given)}.`, 'Keep one of them.')];
  }
  const parts = { client_id: source.clientId, subscription_id: source.subscriptionId };
  const missing = Object.entries(parts).filter(([, part]) => part.state === 'missing');
  if (missing.length > 0) return [incomplete(given, missing)];
  if (Object.values(parts).some((part) => part.state === 'unknown')) return [];
  return [{ id, ok: true, message: `Azure is reached as a service principal with ${listed(given)}.` }];
}

function withoutProof(source: AzureSource): CheckInput {
  const variable = proofs.map((name) => source.proofs[name]).find(namesVariable)?.variable;
  return failed(
    variable
      ? `No secret is set for Azure: the variable "${variable}" has no value.`
      : '`tenant_id` is set for Azure, but neither a secret nor a certificate.',
    'Set ARM_CLIENT_SECRET (for a variable `client_secret`), or use `use_azure_cli_auth` after `az login`.',
  );
}

function namesVariable(text: KnownText): text is { state: 'missing'; variable: string } {
  return text.state === 'missing' && text.variable !== undefined;
}

function incomplete(given: readonly Proof[], missing: readonly [string, KnownText][]): CheckInput {
  const names = missing.map(([name, part]) =>
    namesVariable(part) ? `${name} (the variable "${part.variable}" has no value)` : name,
  );
  return failed(
    `Azure needs ${listed(names)} beside ${listed(given)}.`,
    'Set them in the source, or let it use variables of these names and set ARM_CLIENT_ID and ARM_SUBSCRIPTION_ID.',
  );
}

function failed(message: string, remedy: string): CheckInput {
  return { id, ok: false, message, remedy };
}
