import type { CheckInput, Processes } from 'packer-hybrid';
import { isAzureMachine } from './azure-machine.ts';
import { checkCli } from './check-cli.ts';
import { checkPrincipal } from './check-principal.ts';
import { loginMethod } from './login-method.ts';
import type { AzureSource } from './source.ts';

/** Whether the way in which a source logs in to Azure can work from here; silent while it is not known. */
export async function checkLogin(source: AzureSource, processes: Processes): Promise<readonly CheckInput[]> {
  const method = loginMethod(source);
  if (method.kind === 'unknown') return [];
  if (method.kind === 'cli') return [await checkCli(processes)];
  if (method.kind === 'principal') return checkPrincipal(source, method.proofs);
  return checkIdentity();
}

async function checkIdentity(): Promise<readonly CheckInput[]> {
  const isAzure = await isAzureMachine();
  if (isAzure === undefined) return [];
  const id = 'azure/identity';
  if (isAzure)
    return [
      { id, ok: true, severity: 'high', message: 'Azure is reached with the identity of this machine.' },
    ];
  return [
    {
      id,
      ok: false,
      severity: 'high',
      message:
        'No login is set, so the managed identity of this machine is used; but it does not run in Azure.',
      remedy:
        'Set client_id, client_secret and subscription_id, or `use_azure_cli_auth = true` after `az login`.',
    },
  ];
}
