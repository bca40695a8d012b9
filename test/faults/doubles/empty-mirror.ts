import { createServer } from 'node:http';
import type { FaultContext } from '../fault.ts';

/** A package source on loopback that has no packages, which is all that `apt-get update` wants to know. */
export async function emptyMirror({ onEnd }: Pick<FaultContext, 'onEnd'>, port: number): Promise<void> {
  const server = createServer(({ url = '' }, response) => {
    if (url.endsWith('/Packages')) response.end('');
    else response.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  onEnd(() => {
    server.closeAllConnections();
    return new Promise((done) => server.close(done));
  });
}
