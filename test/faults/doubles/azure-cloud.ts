import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FaultContext } from '../fault.ts';
import { type Internet, internetOf } from './internet.ts';
import { textOf } from './listen.ts';

/** An error as Azure Resource Manager sends it. */
export interface AzureError {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

/** Looks at a call, such as `PUT …/resourcegroups/<name>`, and what was sent; an answer stands in for the real one. */
export type Denial = (call: string, body: string) => AzureError | undefined;

/** Azure as far as a build of one managed image asks for it. */
export interface AzureCloud extends Internet {
  /** Resource groups that builds made and did not remove. */
  readonly groups: ReadonlySet<string>;
  /** How often a token was asked for with a secret. */
  readonly logins: number;
}

/** Opens Azure until the fault is over: the real builder talks to it under Azure's own host names. */
export async function azureCloud(
  ctx: Pick<FaultContext, 'outside' | 'onEnd'>,
  deny: Denial = () => undefined,
): Promise<AzureCloud> {
  const groups = new Set<string>();
  let logins = 0;
  const answering =
    (answer: (call: string) => unknown) => async (request: IncomingMessage, response: ServerResponse) => {
      const body = await textOf(request);
      const call = `${request.method} ${new URL(String(request.url), 'https://azure').pathname}`;
      const error = deny(call, body);
      if (error) return send(response, error.status, failureOf(error));
      if (call.startsWith('HEAD')) return void response.writeHead(isThere(call, groups) ? 204 : 404).end();
      if (/^GET .*\/images\/[^/]+$/.test(call)) return send(response, 404, failureOf(noImage));
      send(response, 200, answer(call));
    };
  const internet = await internetOf(ctx, {
    'login.microsoftonline.com': (request, response) => {
      logins += 1;
      return answering(() => token())(request, response);
    },
    'management.azure.com': answering((call) => {
      const [, method, group] = /^(PUT|DELETE) .*\/resourcegroups\/([^/]+)$/i.exec(call) ?? [];
      if (group && method === 'PUT') groups.add(group);
      if (group && method === 'DELETE') groups.delete(group);
      return resource(call);
    }),
  });
  return {
    ...internet,
    groups,
    get logins() {
      return logins;
    },
  };
}

const noImage: AzureError = { status: 404, code: 'ResourceNotFound', message: 'The image was not found.' };

function isThere(call: string, groups: ReadonlySet<string>): boolean {
  return groups.has(call.split('/').at(-1) ?? '');
}

function token(): Readonly<Record<string, string>> {
  const expires = String(Math.floor(Date.now() / 1_000) + 3_600);
  const parts = [{ alg: 'RS256', typ: 'JWT' }, { oid: '00000000-0000-0000-0000-000000000001' }];
  const [head, body] = parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
  return {
    token_type: 'Bearer',
    expires_in: '3600',
    expires_on: expires,
    not_before: '0',
    resource: 'https://management.azure.com/',
    access_token: `${head}.${body}.c2lnbmVk`,
  };
}

/** All but images is always there and done; machines have one disk, and their address is this machine. */
function resource(call: string): Readonly<Record<string, unknown>> {
  const path = call.replace(/^\w+ /, '');
  const disk = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/disks/os';
  return {
    id: path,
    name: path.split('/').at(-1),
    location: 'westeurope',
    properties: {
      provisioningState: 'Succeeded',
      ipAddress: '127.0.0.1',
      storageProfile: { osDisk: { managedDisk: { id: disk } } },
    },
  };
}

/** Azure AD has a form of its own. */
function failureOf({ code, message }: AzureError): Readonly<Record<string, unknown>> {
  if (code.startsWith('invalid_')) return { error: code, error_description: message };
  return { error: { code, message } };
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
