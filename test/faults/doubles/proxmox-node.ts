import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { FaultContext } from '../fault.ts';
import { listenOn, textOf } from './listen.ts';

/** How the node answers in the place of what was asked for: its proxy puts the reason into the status line. */
export interface Refusal {
  readonly status: number;
  readonly reason: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Looks at a call, such as `POST /nodes/pve/qemu`, and how often it came; a text is how its task ends. */
export type Disturbance = (call: string, nth: number) => Refusal | string | undefined;

/** A Proxmox node as far as a build that boots one machine and makes a template of it asks for it. */
export interface ProxmoxNode {
  readonly url: string;
  /** Every call that came, in order. */
  readonly calls: readonly string[];
  /** Names of the machines that are there, templates included. */
  machines(): readonly string[];
}

const task = 'UPID:pve:0000C0DE:00C0FFEE:65000000:qmtask:101:packer@pve:';

/** Starts a node that answers as documented, until the fault is over. */
export async function proxmoxNode(
  ctx: Pick<FaultContext, 'onEnd'>,
  disturb: Disturbance = () => undefined,
): Promise<ProxmoxNode> {
  const machines = new Map<string, Machine>();
  const calls: string[] = [];
  let taskEnd = 'OK';
  const server = createServer(async (request, response) => {
    const body = await textOf(request);
    const call = `${request.method} ${pathOf(request)}`;
    calls.push(call);
    const disturbed = disturb(call, calls.filter((each) => each === call).length);
    if (typeof disturbed === 'object') return refuse(response, disturbed);
    if (!call.includes('/tasks/')) taskEnd = disturbed ?? 'OK';
    if (disturbed !== undefined) return answer(response, task);
    answer(response, dataFor(call, { body: new URLSearchParams(body), machines, taskEnd }));
  });
  const port = await listenOn(ctx, server);
  return {
    url: `http://127.0.0.1:${port}/api2/json`,
    calls,
    machines: () => [...machines.values()].map(({ name }) => name),
  };
}

interface Machine {
  name: string;
  status: 'running' | 'stopped';
  template: 0 | 1;
}

interface Asked {
  readonly body: URLSearchParams;
  readonly machines: Map<string, Machine>;
  readonly taskEnd: string;
}

function dataFor(call: string, { body, machines, taskEnd }: Asked): unknown {
  if (call === 'POST /access/ticket') return { ticket: 'PVE:packer@pve:0', CSRFPreventionToken: '0:0' };
  if (call === 'GET /cluster/resources') return [...machines].map(([id, one]) => resource(id, one));
  if (call.includes('/tasks/')) return { status: 'stopped', exitstatus: taskEnd };
  if (call === 'POST /nodes/pve/qemu') {
    const name = String(body.get('name'));
    machines.set(String(body.get('vmid')), { name, status: 'stopped', template: 0 });
    return task;
  }
  const [, id = '', rest = ''] = /^\w+ \/nodes\/pve\/qemu\/(\d+)(.*)$/.exec(call) ?? [];
  const machine = machines.get(id);
  if (call.startsWith('DELETE')) machines.delete(id);
  else if (machine && rest === '/template') machine.template = 1;
  else if (machine && rest === '/config') machine.name = body.get('name') ?? machine.name;
  else if (machine && rest === '/status/current') return resource(id, machine);
  else if (machine) machine.status = rest === '/status/start' ? 'running' : 'stopped';
  return task;
}

function resource(id: string, machine: Machine): Readonly<Record<string, unknown>> {
  return { ...machine, id: `qemu/${id}`, vmid: Number(id), type: 'qemu', node: 'pve' };
}

function pathOf({ url }: IncomingMessage): string {
  return new URL(String(url), 'http://localhost').pathname.replace('/api2/json', '');
}

function answer(response: ServerResponse, data: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ data }));
}

function refuse(response: ServerResponse, { status, reason, headers }: Refusal): void {
  response.writeHead(status, reason, { 'content-type': 'application/json', ...headers });
  response.end('{"data":null}');
}
