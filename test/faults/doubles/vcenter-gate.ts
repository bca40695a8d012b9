import type { IncomingMessage, ServerResponse } from 'node:http';
import { request as ask, createServer } from 'node:https';
import { type SimulatedVcenter, startVcenter } from '../../support/vcenter.ts';
import type { FaultContext } from '../fault.ts';
import { certificateFor } from './certificate.ts';
import { listenOn, textOf } from './listen.ts';

/** What stands between Packer and the simulated vCenter: it sees every call, and may answer in its place. */
export interface VcenterGate extends SimulatedVcenter {
  /** Names of the SOAP calls that came, in order. */
  readonly calls: readonly string[];
}

/** A SOAP call on its way; returns how it goes on: unchanged, without its session, with a fault, or turned away. */
export type Guard = (
  call: string,
  nth: number,
) => 'pass' | 'forget session' | { readonly fault: string } | { readonly retryAfter: number };

/** Starts a vCenter behind a gate with this guard. */
export async function guardedVcenter(
  ctx: Pick<FaultContext, 'vcenter' | 'outside' | 'onEnd'>,
  guard: Guard = () => 'pass',
): Promise<VcenterGate> {
  const vcenter = await startVcenter(ctx.vcenter);
  const { key, cert } = await certificateFor(ctx, ['127.0.0.1']);
  const calls: string[] = [];
  const server = createServer({ key, cert }, async (request, response) => {
    const body = await textOf(request);
    const call = /<Body[^>]*><(\w+)/.exec(body)?.[1] ?? `${request.method} ${request.url}`;
    calls.push(call);
    const answer = guard(call, calls.filter((each) => each === call).length);
    if (typeof answer === 'object') return refuse(response, answer);
    const { cookie, ...rest } = request.headers;
    const headers = answer === 'pass' && cookie !== undefined ? { ...rest, cookie } : rest;
    forward({ request, response, body }, { host: vcenter.host, headers });
  });
  const port = await listenOn(ctx, server);
  return { host: `127.0.0.1:${port}`, calls };
}

interface Passing {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly body: string;
}

function forward(
  { request, response, body }: Passing,
  { host, headers }: { readonly host: string; readonly headers: IncomingMessage['headers'] },
): void {
  const { method, url } = request;
  const onward = ask(
    new URL(String(url), `https://${host}`),
    // The simulator's own certificate, on loopback.
    { method, headers: { ...headers, host }, rejectUnauthorized: false },
    (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    },
  );
  onward.on('error', () => response.destroy());
  onward.end(body);
}

/** A fault as vCenter sends it, `NoPermission` and the like; or what a gateway in front of it says to too many calls. */
function refuse(response: ServerResponse, answer: Exclude<ReturnType<Guard>, string>): void {
  if ('retryAfter' in answer) {
    response.writeHead(429, { 'retry-after': String(answer.retryAfter) }).end();
    return;
  }
  const { fault } = answer;
  response
    .writeHead(500, { 'content-type': 'text/xml; charset=utf-8' })
    .end(`<?xml version="1.0" encoding="UTF-8"?>
<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<soapenv:Body><soapenv:Fault><faultcode>ServerFaultCode</faultcode><faultstring>Permission to perform this operation was denied.</faultstring>
<detail><${fault}Fault xmlns="urn:vim25" xsi:type="${fault}"><object type="VirtualMachine">vm-1</object><privilegeId>VirtualMachine.Provisioning.Clone</privilegeId></${fault}Fault></detail>
</soapenv:Fault></soapenv:Body></soapenv:Envelope>`);
}
