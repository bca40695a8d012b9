import type { AddressInfo } from 'node:net';
import { connect, createServer, type Socket } from 'node:net';
import type { FaultContext } from '../fault.ts';

/** A port of loopback that leads to a service only while it is open; nobody listens there before and after. */
export interface TcpDoor {
  readonly host: string;
  open(): Promise<void>;
}

/** Keeps a port free for a service that is not there yet. */
export async function tcpDoor({ onEnd }: Pick<FaultContext, 'onEnd'>, service: string): Promise<TcpDoor> {
  const port = await freePort();
  const [address, target] = service.split(':');
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    const onward = connect(Number(target), address);
    for (const each of [socket, onward]) {
      sockets.add(each);
      each.on('error', () => undefined).on('close', () => sockets.delete(each));
    }
    socket.pipe(onward).pipe(socket);
  });
  onEnd(() => {
    for (const socket of sockets) socket.destroy();
    return new Promise((done) => server.close(done));
  });
  return {
    host: `127.0.0.1:${port}`,
    open: () => new Promise((done) => server.listen(port, '127.0.0.1', done)),
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}
