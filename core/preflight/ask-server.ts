import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

const MAX_BYTES = 64 * 1024 * 1024;

export interface ServerQuestion {
  readonly url: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Secrets may stand here and in the body: neither is ever part of an error. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Takes any certificate: only where the user said so. */
  readonly insecure?: boolean;
  readonly signal: AbortSignal;
  /** For the whole answer, 30,000 ms unless told. */
  readonly timeoutMs?: number;
}

export interface ServerAnswer {
  readonly status: number;
  /** What stands behind the status: some servers say there what is wrong. */
  readonly reason: string;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/**
 * Asks the API of a platform one question, whatever the status of its answer; redirects are not followed, so that
 * credentials go nowhere else. Rejects when there is no whole answer in time.
 */
export async function askServer(question: ServerQuestion): Promise<ServerAnswer> {
  const { url, signal, timeoutMs = 30_000 } = question;
  signal.throwIfAborted();
  const ended = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
  try {
    const response = await open(question, ended);
    const { statusCode = 0, statusMessage = '', headers } = response;
    return { status: statusCode, reason: statusMessage, headers, text: await textOf(response) };
  } catch (cause) {
    signal.throwIfAborted();
    const reason = ended.aborted ? `no answer within ${timeoutMs} ms` : reasonOf(cause);
    throw new Error(`${new URL(url).host} cannot be asked: ${reason}`, { cause });
  }
}

async function open(
  { url, method, headers, body, insecure = false }: ServerQuestion,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const isPlain = url.startsWith('http:');
  const { request } = await (isPlain ? import('node:http') : import('node:https'));
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  return new Promise((answer, reject) => {
    const asked = request(url, {
      method,
      headers: { ...headers, ...length },
      signal,
      agent: false,
      ...(insecure && { rejectUnauthorized: false }),
    });
    asked.once('response', answer).once('error', reject);
    asked.end(body);
  });
}

async function textOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response) {
    bytes += chunk.length;
    if (bytes > MAX_BYTES) throw new Error(`the answer is larger than ${MAX_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function reasonOf(cause: unknown): string {
  const { message, code } = cause as NodeJS.ErrnoException;
  return message || code || String(cause);
}
