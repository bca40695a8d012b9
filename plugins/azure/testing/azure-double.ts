import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { AzureEndpoints } from '../leftovers/endpoints.ts';

export interface DoubleResource {
  /** Behind `/subscriptions/<id>/resourceGroups/`. */
  readonly path: string;
  tags: Record<string, string>;
  /** How its deletion ends; `Succeeded` unless told. */
  readonly ends?: 'Succeeded' | 'Failed';
}

/** What Azure Resource Manager documents, as far as leftovers need it: pages of one, deletions that take a while. */
export interface AzureDouble {
  readonly endpoints: AzureEndpoints;
  resources: DoubleResource[];
  readonly operations: { readonly isGroup: boolean; readonly ends: string; looks: number }[];
  /** Every request, as method and path below the subscription. */
  readonly asked: string[];
}

export const doubleTenant = '11111111-1111-1111-1111-111111111111';
export const doubleSubscription = '22222222-2222-2222-2222-222222222222';
export const doubleSecret = 'correct-horse';
export const doubleToken = 'eyJ0eXAi.double';

interface Reply {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
}

/** Azure on loopback, ending with the test. */
export async function azureDouble(resources: DoubleResource[]): Promise<AzureDouble> {
  const server = createServer(async (request, response) => {
    const { status = 200, headers = {}, body } = await answerTo(request, double);
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(body === undefined ? '' : JSON.stringify(body));
  });
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(() => void server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const double: AzureDouble = {
    endpoints: { management: url, login: url },
    resources,
    operations: [],
    asked: [],
  };
  return double;
}

async function answerTo(request: IncomingMessage, double: AzureDouble): Promise<Reply> {
  const url = new URL(String(request.url), double.endpoints.management);
  const path = decodeURIComponent(url.pathname);
  if (path === `/${doubleTenant}/oauth2/v2.0/token`) return login(await bodyOf(request));
  if (request.headers.authorization !== `Bearer ${doubleToken}`) {
    return failure(401, 'AuthenticationFailed', 'Authentication failed.');
  }
  if (path.startsWith('/operations/')) return look(path, double);
  if (!url.searchParams.has('api-version'))
    return failure(400, 'MissingApiVersionParameter', 'api-version is required.');
  const below = path.replace(/^\/subscriptions\/[^/]+\//, '').replace(/^resourcegroups/i, 'resourceGroups');
  double.asked.push(`${request.method} ${below}`);
  if (below === 'resources') return page(double, url, (each) => each.includes('/providers/'));
  if (below === 'resourceGroups') return page(double, url, (each) => !each.includes('/'));
  return single(request, below.replace('resourceGroups/', ''), double);
}

function single(request: IncomingMessage, path: string, double: AzureDouble): Reply {
  const found = double.resources.find((each) => each.path === path);
  if (request.method === 'DELETE') return found ? remove(found, double) : { status: 204 };
  const tagged = path.match(/^(.*)\/providers\/Microsoft\.Resources\/tags\/default$/)?.[1];
  if (tagged !== undefined) {
    const resource = double.resources.find((each) => each.path === tagged);
    if (!resource) return failure(404, 'ResourceNotFound', `The resource ${tagged} was not found.`);
    return { body: { properties: { tags: resource.tags } } };
  }
  const group = path.replace(/\/resources$/, '/');
  const inside = double.resources.filter((each) => each.path.startsWith(group));
  return { body: { value: inside.map(shown) } };
}

/** Pages of one item, as the filter wants them. */
function page({ resources, endpoints }: AzureDouble, url: URL, isWanted: (path: string) => boolean): Reply {
  const [, name = '', value = ''] =
    url.searchParams.get('$filter')?.match(/^tagName eq '([^']+)' and tagValue eq '([^']+)'$/) ?? [];
  const all = resources.filter(({ path, tags }) => isWanted(path) && tags[name] === value);
  const index = Number(url.searchParams.get('$skiptoken') ?? 0);
  const next = new URL(url.pathname + url.search, endpoints.management);
  next.searchParams.set('$skiptoken', String(index + 1));
  const more = index + 1 < all.length ? { nextLink: next.href } : {};
  return { body: { value: all.slice(index, index + 1).map(shown), ...more } };
}

function shown({ path }: DoubleResource) {
  const [group = '', type] = path.split('/providers/');
  const parts = (type ?? '').split('/');
  return {
    id: `/subscriptions/${doubleSubscription}/resourceGroups/${path}`,
    name: type === undefined ? group : parts.at(-1),
    type: type === undefined ? 'Microsoft.Resources/resourceGroups' : parts.slice(0, 2).join('/'),
    location: 'westeurope',
  };
}

/** A group takes along what is in it; it is done when its place says so, a resource when its operation does. */
function remove({ path, ends = 'Succeeded' }: DoubleResource, double: AzureDouble): Reply {
  if (ends === 'Succeeded') {
    double.resources = double.resources.filter(
      (each) => each.path !== path && !each.path.startsWith(`${path}/`),
    );
  }
  const isGroup = !path.includes('/');
  double.operations.push({ isGroup, ends, looks: 0 });
  const place = `${double.endpoints.management}/operations/${double.operations.length - 1}`;
  const header = isGroup ? 'location' : 'azure-asyncoperation';
  return { status: 202, headers: { [header]: place, 'retry-after': '0' } };
}

/** The first look finds it under way. */
function look(path: string, { operations }: AzureDouble): Reply {
  const operation = operations[Number(path.split('/')[2])];
  if (!operation) return failure(404, 'NotFound', 'There is no such operation.');
  const { isGroup, ends } = operation;
  operation.looks += 1;
  const headers = { 'retry-after': '0' };
  if (operation.looks === 1)
    return isGroup ? { status: 202, headers } : { headers, body: { status: 'InProgress' } };
  if (isGroup) return {};
  const error = ends === 'Failed' ? { error: { code: 'Conflict', message: 'It is in use.' } } : {};
  return { body: { status: ends, ...error } };
}

function login(form: URLSearchParams): Reply {
  if (form.get('client_secret') === doubleSecret)
    return { body: { access_token: doubleToken, expires_in: 3599 } };
  const description = 'AADSTS7000215: Invalid client secret provided.\r\nTrace ID: 0';
  return { status: 401, body: { error: 'invalid_client', error_description: description } };
}

function failure(status: number, code: string, message: string): Reply {
  return { status, body: { error: { code, message } } };
}

async function bodyOf(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return new URLSearchParams(text);
}
