import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface DoubleMachine {
  readonly vmid: number;
  readonly name?: string;
  readonly node?: string;
  readonly type?: 'qemu' | 'lxc';
  readonly template?: 1;
  status?: 'running' | 'stopped';
  tags?: string;
  lock?: string;
}

export interface DoubleSettings {
  /** Older servers leave tags out of the list of all machines. */
  readonly listsTags?: boolean;
  /** How a task ends, by its method. */
  readonly exits?: Readonly<Record<string, string>>;
}

/** What Proxmox VE's API viewer documents, as far as leftovers need it; each task takes two looks. */
export interface ProxmoxDouble {
  readonly url: string;
  readonly machines: DoubleMachine[];
  /** Every request, as method and path. */
  readonly asked: string[];
}

export const doubleUser = 'packer@pve';
export const doubleSecret = 'correct-horse';
const ticket = 'PVE:packer@pve:4EEC61E2::lwk7od06fa1+DcPUwBTXCcndyAY/3mKxQp5vR8s7VjWuBpEv';
const csrf = '4EEC61E2:csrf';

/** A Proxmox VE on loopback that ends with the test. */
export async function proxmoxDouble(
  machines: DoubleMachine[],
  settings: DoubleSettings = {},
): Promise<ProxmoxDouble> {
  const asked: string[] = [];
  const tasks = new Map<string, { looks: number; exit: string }>();
  const server = createServer(async (request, response) => {
    asked.push(`${request.method} ${request.url?.replace('/api2/json', '')}`);
    const answer = await answerTo(request, { machines, tasks, settings });
    send(response, answer);
  });
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/api2/json`, machines, asked };
}

type Reply = { readonly data: unknown } | { readonly status: number; readonly reason: string };

interface State {
  readonly machines: DoubleMachine[];
  readonly tasks: Map<string, { looks: number; exit: string }>;
  readonly settings: DoubleSettings;
}

function send(response: ServerResponse, reply: Reply): void {
  if ('data' in reply) response.end(JSON.stringify(reply));
  else response.writeHead(reply.status, reply.reason).end('{"data":null}');
}

async function answerTo(request: IncomingMessage, state: State): Promise<Reply> {
  const { pathname } = new URL(String(request.url).replace('/api2/json', ''), 'http://double');
  if (pathname === '/access/ticket') return login(await bodyOf(request));
  if (!isAllowed(request)) return { status: 401, reason: 'No ticket' };
  if (pathname === '/cluster/resources') return { data: state.machines.map((each) => row(each, state)) };
  const [, node, , id = '', ...rest] = pathname.split('/').slice(1).map(decodeURIComponent);
  if (pathname.includes('/tasks/')) return taskState(id, state);
  const machine = state.machines.find((each) => each.vmid === Number(id) && nodeOf(each) === node);
  if (!machine)
    return {
      status: 500,
      reason: `Configuration file 'nodes/${node}/qemu-server/${id}.conf' does not exist`,
    };
  return machineAnswer(machine, `${request.method} ${rest.join('/')}`, state);
}

function machineAnswer(machine: DoubleMachine, what: string, state: State): Reply {
  const { template, tags, lock, name } = machine;
  if (what === 'GET config') return { data: { name, template, tags, lock, digest: 'd' } };
  if (what === 'GET status/current')
    return { data: { status: machine.status ?? 'stopped', vmid: machine.vmid } };
  if (what === 'POST status/stop') return begin('qmstop', machine, state, () => (machine.status = 'stopped'));
  if (what !== 'DELETE ') return { status: 501, reason: `Method '${what}' not implemented` };
  if (machine.status === 'running')
    return { status: 500, reason: `VM ${machine.vmid} is running - destroy failed` };
  return begin('qmdestroy', machine, state, () => state.machines.splice(state.machines.indexOf(machine), 1));
}

/** Does the work unless the task is meant to fail. */
function begin(kind: string, machine: DoubleMachine, { tasks, settings }: State, work: () => unknown): Reply {
  const exit = settings.exits?.[kind] ?? 'OK';
  const upid = `UPID:${nodeOf(machine)}:0000C530:00A1:69000000:${kind}:${machine.vmid}:${doubleUser}:`;
  tasks.set(upid, { looks: 0, exit });
  if (exit === 'OK') work();
  return { data: upid };
}

function taskState(upid: string, { tasks }: State): Reply {
  const task = tasks.get(upid);
  if (!task) return { status: 500, reason: 'no such task' };
  task.looks += 1;
  if (task.looks === 1) return { data: { status: 'running', upid } };
  return { data: { status: 'stopped', exitstatus: task.exit, upid } };
}

function row(machine: DoubleMachine, { settings }: State) {
  const { vmid, name, type = 'qemu', template = 0, status = 'stopped' } = machine;
  const tags = settings.listsTags === false ? undefined : machine.tags;
  return { id: `${type}/${vmid}`, vmid, name, type, template, status, tags, node: nodeOf(machine) };
}

function nodeOf({ node = 'pve1' }: DoubleMachine): string {
  return node;
}

function isAllowed({ headers, method }: IncomingMessage): boolean {
  if (headers.authorization)
    return headers.authorization === `PVEAPIToken=${doubleUser}!build=${doubleSecret}`;
  const isKnown = headers.cookie === `PVEAuthCookie=${encodeURIComponent(ticket)}`;
  return isKnown && (method === 'GET' || headers.csrfpreventiontoken === csrf);
}

function login(form: URLSearchParams): Reply {
  const isRight = form.get('username') === doubleUser && form.get('password') === doubleSecret;
  if (!isRight) return { status: 401, reason: 'authentication failure' };
  return { data: { ticket, CSRFPreventionToken: csrf, username: doubleUser } };
}

async function bodyOf(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return new URLSearchParams(text);
}
