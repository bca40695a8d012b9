import { askServer, type Processes } from 'packer-hybrid';
import * as z from 'zod';
import type { AzureOptions } from '../options.ts';
import type { AzureEndpoints } from './endpoints.ts';

export interface LoginRequest {
  readonly options: AzureOptions;
  readonly endpoints: AzureEndpoints;
  readonly processes: Processes;
  readonly signal: AbortSignal;
}

const Token = z.object({ access_token: z.string() });
const Refusal = z.object({ error_description: z.string() });

/** A token of the service principal that is set, else of whoever is logged in with the Azure CLI. */
export async function accessToken(request: LoginRequest): Promise<string> {
  const { tenantId, clientId, clientSecret } = request.options;
  return tenantId && clientId && clientSecret
    ? principalToken(request, { tenantId, clientId, clientSecret })
    : cliToken(request);
}

async function principalToken(
  { endpoints, signal }: LoginRequest,
  { tenantId, clientId, clientSecret }: Record<'tenantId' | 'clientId' | 'clientSecret', string>,
): Promise<string> {
  const { status, text } = await askServer({
    ...{
      url: `${endpoints.login}/${encodeURIComponent(tenantId)}/oauth2/v2.0/token`,
      method: 'POST',
      signal,
    },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      ...{ grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret },
      scope: 'https://management.azure.com/.default',
    }).toString(),
  });
  const answer = parsed(text);
  const token = Token.safeParse(answer);
  if (token.success) return token.data.access_token;
  const refusal = Refusal.safeParse(answer);
  const said = refusal.success ? refusal.data.error_description.split(/\r?\n/)[0] : `status ${status}`;
  throw new Error(`Azure refuses the login: ${said}`);
}

async function cliToken({ processes, signal, options }: LoginRequest): Promise<string> {
  const lines: string[] = [];
  const args = ['account', 'get-access-token', '--query', 'accessToken', '--output', 'tsv'];
  const { ended, exitCode } = await processes.run(
    'az',
    [...args, '--subscription', options.subscriptionId ?? ''],
    {
      ...{ signal, timeoutMs: 60_000 },
      onStdout: (line) => void lines.push(line),
    },
  );
  signal.throwIfAborted();
  const token = lines.join('').trim();
  if (exitCode === 0 && token) return token;
  const why = ended === 'not-found' ? 'the Azure CLI is not installed' : 'the Azure CLI is not logged in';
  throw new Error(
    `no service principal is set (ARM_TENANT_ID, ARM_CLIENT_ID, ARM_CLIENT_SECRET), and ${why}`,
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
