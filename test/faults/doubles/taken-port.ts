import { type AddressInfo, createServer } from 'node:net';
import type { FaultContext } from '../fault.ts';

/** A port on which somebody else listens. */
export interface TakenPort {
  readonly port: number;
  free(): Promise<void>;
}

/** Takes a port until it is told to free it, or the fault is over. */
export async function takenPort({ onEnd }: Pick<FaultContext, 'onEnd'>): Promise<TakenPort> {
  const server = createServer((socket) => void socket.destroy());
  await new Promise<void>((done) => server.listen(0, '0.0.0.0', done));
  const { port } = server.address() as AddressInfo;
  const free = () => new Promise<void>((done) => void server.close(() => done()));
  onEnd(free);
  return { port, free };
}
