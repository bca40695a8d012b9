import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FaultContext } from '../fault.ts';

/** How the server answers at the moment. */
export type ServerMood = 'good' | 'missing' | 'unavailable' | 'breaks off' | 'corrupt';

/** A mirror on loopback that offers one image. */
export interface ImageServer {
  readonly url: string;
  /** How often the image itself was asked for. */
  readonly downloads: number;
  become(mood: ServerMood): void;
}

/** Serves the file under any name that ends like it, in this mood until it is told another one. */
export async function imageServer(
  { onEnd }: Pick<FaultContext, 'onEnd'>,
  file: string,
  first: ServerMood,
): Promise<ImageServer> {
  const image = await readFile(file);
  let mood = first;
  let downloads = 0;
  const server = createServer((request, response) => {
    const isHead = request.method === 'HEAD';
    if (!isHead) downloads += 1;
    answer(response, { mood, isHead, image });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onEnd(() => {
    server.closeAllConnections();
    return new Promise((done) => server.close(done));
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/images/base.raw`,
    get downloads() {
      return downloads;
    },
    become(next) {
      mood = next;
    },
  };
}

interface Answer {
  readonly mood: ServerMood;
  readonly isHead: boolean;
  readonly image: Buffer;
}

function answer(response: ServerResponse, { mood, isHead, image }: Answer): void {
  if (mood === 'missing') return void response.writeHead(404).end();
  if (mood === 'unavailable') return void response.writeHead(503, { 'retry-after': '1' }).end();
  // Without this header Packer does not look at what it has, and downloads again.
  response.writeHead(200, { 'accept-ranges': 'bytes', 'content-length': image.length });
  if (isHead) return void response.end();
  if (mood === 'good') return void response.end(image);
  if (mood === 'corrupt') return void response.end(Buffer.alloc(image.length, 'x'));
  response.write(image.subarray(0, image.length / 4), () => response.destroy());
}
