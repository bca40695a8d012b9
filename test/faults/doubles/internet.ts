import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { FaultContext } from '../fault.ts';
import { certificateFor } from './certificate.ts';
import { listenOn } from './listen.ts';

/** Answers in the place of one host of the Internet. */
export type Host = (request: IncomingMessage, response: ServerResponse) => void;

/** Programs of Go that are started with this environment reach these hosts instead of the real ones, over TLS, and nothing else. */
export interface Internet {
  readonly env: Readonly<Record<string, string>>;
}

/** Opens a proxy behind which only these hosts are, until the fault is over. */
export async function internetOf(
  ctx: Pick<FaultContext, 'outside' | 'onEnd'>,
  hosts: Readonly<Record<string, Host>>,
): Promise<Internet> {
  const { key, cert, file } = await certificateFor(ctx, Object.keys(hosts));
  const inside = createTlsServer({ key, cert }, (request, response) => {
    const host = hosts[String(request.headers.host).replace(/:443$/, '')];
    if (host) host(request, response);
    else response.writeHead(421).end();
  });
  const proxy = createServer((_, response) => void response.writeHead(502).end());
  proxy.on('connect', ({ url }, socket) => {
    socket.on('error', () => undefined);
    if (!hosts[String(url).replace(/:443$/, '')]) return void socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    inside.emit('connection', socket);
  });
  const port = await listenOn(ctx, proxy);
  ctx.onEnd(() => inside.closeAllConnections());
  return { env: { HTTPS_PROXY: `http://127.0.0.1:${port}`, SSL_CERT_FILE: file } };
}
