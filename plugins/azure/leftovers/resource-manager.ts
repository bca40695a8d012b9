import { setTimeout as sleep } from 'node:timers/promises';
import { askServer, type ServerAnswer } from 'packer-hybrid';
import * as z from 'zod';
import { accessToken, type LoginRequest } from './azure-login.ts';

const LIMIT_MS = 30 * 60_000;

/** Azure Resource Manager for somebody who is logged in; paths begin with `/` and carry their `api-version`. */
export interface ResourceManager {
  /** What stands there; undefined where nothing does. Rejects with what Azure says. */
  read(path: string): Promise<unknown>;
  /** Every item of a list, over all its pages. */
  list(path: string): Promise<readonly unknown[]>;
  /** Deletes it and waits until it is gone; fine when it is gone already. */
  remove(path: string): Promise<void>;
}

type Ask = (method: 'GET' | 'DELETE', url: string) => Promise<ServerAnswer>;

export async function openResourceManager(request: LoginRequest): Promise<ResourceManager> {
  const { endpoints, signal } = request;
  const headers = { authorization: `Bearer ${await accessToken(request)}`, accept: 'application/json' };
  const { origin } = new URL(endpoints.management);
  const ask: Ask = (method, url) => {
    // Pages and operations are named by the answer: the token may go to nobody else.
    if (new URL(url).origin !== origin) throw new Error(`Azure refers to another server than ${origin}`);
    return askServer({ url, method, headers, signal });
  };
  const at = (path: string) => `${origin}${path}`;
  return {
    read: async (path) => dataOf(await ask('GET', at(path))),
    list: (path) => listAll(ask, at(path)),
    remove: (path) => removeAndWait(ask, at(path), signal),
  };
}

const Page = z.object({ value: z.array(z.unknown()), nextLink: z.string().nullish() });

async function listAll(ask: Ask, first: string): Promise<readonly unknown[]> {
  const items: unknown[] = [];
  let next: string | null | undefined = first;
  while (next) {
    const page: z.infer<typeof Page> = Page.parse(dataOf(await ask('GET', next)));
    items.push(...page.value);
    next = page.nextLink;
  }
  return items;
}

async function removeAndWait(ask: Ask, url: string, signal: AbortSignal): Promise<void> {
  let answer = await ask('DELETE', url);
  const operation = answer.headers['azure-asyncoperation'] ?? answer.headers.location;
  const deadline = performance.now() + LIMIT_MS;
  dataOf(answer);
  while (isUnderWay(answer)) {
    if (typeof operation !== 'string') return;
    if (performance.now() > deadline) throw new Error('Azure was not done in thirty minutes');
    await sleep(pauseOf(answer), undefined, { signal });
    answer = await ask('GET', operation);
    dataOf(answer);
  }
}

const Failure = z.object({ error: z.object({ code: z.string(), message: z.string() }) });
const Operation = z.object({ status: z.string() });
const pending = ['InProgress', 'Accepted', 'Running', 'Deleting'];

/** An operation says so in its body, or with the status alone. */
function isUnderWay({ status, text }: ServerAnswer): boolean {
  const operation = Operation.safeParse(parsed(text));
  return operation.success && status === 200 ? pending.includes(operation.data.status) : status === 202;
}

function pauseOf({ headers }: ServerAnswer): number {
  const seconds = Number(headers['retry-after'] ?? 5);
  return Math.min(Math.max(Number.isFinite(seconds) ? seconds : 5, 0), 60) * 1_000;
}

function dataOf({ status, text }: ServerAnswer): unknown {
  if (status === 404) return undefined;
  const data = parsed(text);
  const failure = Failure.safeParse(data);
  if (failure.success) {
    const { code, message } = failure.data.error;
    throw new Error(`Azure says: ${message} (${code})`);
  }
  const operation = Operation.safeParse(data);
  if (operation.success && ['Failed', 'Canceled'].includes(operation.data.status)) {
    throw new Error(`Azure says: the operation ended as ${operation.data.status}`);
  }
  if (status >= 300) throw new Error(`Azure answers with status ${status}`);
  return data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
