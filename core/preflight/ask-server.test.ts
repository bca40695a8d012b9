import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { askServer } from './ask-server.ts';

/** A server on loopback that ends with the test. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  await new Promise((resolve) => server.once('listening', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

const { signal } = new AbortController();

describe('askServer', () => {
  it('answers with status and text, whatever the status', async () => {
    const url = await serve(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      response
        .writeHead(500, 'No luck', { 'x-way': request.method })
        .end(`${request.headers['x-a']} ${body}`);
    });

    const answer = await askServer({ url, method: 'POST', headers: { 'x-a': '1' }, body: 'ü', signal });

    const { status, reason, headers, text } = answer;
    expect([status, reason, headers['x-way'], text]).toEqual([500, 'No luck', 'POST', '1 ü']);
  });

  it('follows no redirect, which could take credentials elsewhere', async () => {
    const url = await serve((_, response) =>
      response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
    );

    const answer = await askServer({ url, method: 'GET', signal });

    expect(answer.status).toBe(302);
  });

  it('names the host that does not answer, and nothing secret', async () => {
    const url = 'http://u:secret@127.0.0.1:1/?ticket=secret';

    const failed = askServer({ url, method: 'GET', signal }).catch(({ message }) => message);

    expect(await failed).toMatch(/^127\.0\.0\.1:1 cannot be asked: .*ECONNREFUSED/);
    expect(await failed).not.toContain('secret');
  });

  it('gives up in time where no answer comes, also in the middle of one', async () => {
    const silent = await serve(() => undefined);
    const stuck = await serve((_, response) => void response.writeHead(200).write('half'));

    const failures = await Promise.all(
      [silent, stuck].map((url) =>
        askServer({ url, method: 'GET', signal, timeoutMs: 100 }).catch(({ message }) => message),
      ),
    );

    expect(failures.map((text) => text.split(': ')[1])).toEqual([
      'no answer within 100 ms',
      'no answer within 100 ms',
    ]);
  });

  it('ends with the signal, and says so as the signal does', async () => {
    const aborting = new AbortController();
    const url = await serve(() => aborting.abort(new Error('interrupted')));

    const failed = askServer({ url, method: 'GET', signal: aborting.signal });

    await expect(failed).rejects.toThrow('interrupted');
  });
});
