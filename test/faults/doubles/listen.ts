import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FaultContext } from '../fault.ts';

/** Lets a server listen on loopback until the fault is over; returns its port, a free one unless told. */
export async function listenOn(
  { onEnd }: Pick<FaultContext, 'onEnd'>,
  server: Pick<Server, 'listen' | 'close' | 'closeAllConnections' | 'address' | 'once'>,
  port = 0,
): Promise<number> {
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', done);
  });
  onEnd(() => {
    server.closeAllConnections();
    return new Promise((done) => server.close(done));
  });
  return (server.address() as AddressInfo).port;
}

/** Everything that a request brings. */
export async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  return text;
}
