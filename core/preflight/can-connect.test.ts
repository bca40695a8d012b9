import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { canConnect } from './can-connect.ts';

const never = new AbortController().signal;

async function listeningPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

describe('canConnect', () => {
  it('finds a service that accepts connections', async () => {
    const port = await listeningPort();

    expect(await canConnect({ host: '127.0.0.1', port, signal: never })).toEqual({ ok: true });
  });

  it('says why it cannot', async () => {
    const answer = await canConnect({ host: '127.0.0.1', port: 1, signal: never });

    expect(answer).toEqual({ ok: false, reason: expect.stringContaining('ECONNREFUSED') });
  });

  it('does not wait for a run that was interrupted', async () => {
    const answer = await canConnect({ host: '127.0.0.1', port: 1, signal: AbortSignal.abort() });

    expect(answer).toEqual({ ok: false, reason: 'the run was interrupted' });
  });
});
