import { createHash } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { releaseAt } from '../locate/archive.ts';
import { zipOf } from './zip.ts';

export type Flaw = 'none' | 'wrong-sum' | 'no-sum' | 'missing' | 'broken' | 'no-program' | 'silent';

/** A mirror on loopback with one release in the layout of releases.hashicorp.com. */
export interface Mirror {
  readonly url: string;
  readonly requests: string[];
  close(): Promise<void>;
}

export async function startMirror(version: string, program: Buffer, flaw: Flaw = 'none'): Promise<Mirror> {
  const release = releaseAt('', version);
  const zip = zipOf(flaw === 'no-program' ? 'readme.txt' : 'packer', program);
  const sum = flaw === 'wrong-sum' ? '0'.repeat(64) : createHash('sha256').update(zip).digest('hex');
  const name = flaw === 'no-sum' ? 'another.zip' : release.archive;
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url ?? '');
    if (flaw === 'silent') return;
    if (request.url === release.sumsUrl && flaw !== 'missing') response.end(`${sum}  ${name}\n`);
    else if (request.url === release.archiveUrl && flaw !== 'missing') sendArchive(response, zip, flaw);
    else response.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    close: () => {
      server.closeAllConnections();
      return new Promise<void>((done) => server.close(() => done()));
    },
  };
}

function sendArchive(response: ServerResponse, zip: Buffer, flaw: Flaw): void {
  response.writeHead(200, { 'content-length': zip.length });
  if (flaw !== 'broken') {
    response.end(zip);
    return;
  }
  response.write(zip.subarray(0, zip.length / 2), () => response.destroy());
}
