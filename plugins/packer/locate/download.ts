import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { HybridError } from 'packer-hybrid';

const maxSumsBytes = 1024 * 1024;

/** Fetches a small text; every way to fail is PH_PACKER_DOWNLOAD, an abort keeps its reason. */
export async function fetchText(url: string, signal: AbortSignal): Promise<string> {
  return attempt(url, signal, async () => {
    const text = await (await open(url, signal)).text();
    if (text.length > maxSumsBytes) throw new Error(`the answer is larger than ${maxSumsBytes} bytes`);
    return text;
  });
}

/** Fetches a file and answers its SHA-256; a connection that breaks is an error, never a short file. */
export async function fetchFile(url: string, target: string, signal: AbortSignal): Promise<string> {
  return attempt(url, signal, async () => {
    const { body } = await open(url, signal);
    if (!body) throw new Error('the answer is empty');
    const hash = createHash('sha256');
    const watched = async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        yield chunk;
      }
    };
    await pipeline(Readable.fromWeb(body as never), watched, createWriteStream(target), { signal });
    return hash.digest('hex');
  });
}

async function open(url: string, signal: AbortSignal): Promise<Response> {
  const response = await fetch(url, { signal, redirect: 'follow' });
  if (!response.ok) throw new Error(`the server answered ${response.status} ${response.statusText}`.trim());
  return response;
}

async function attempt<T>(url: string, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (signal.aborted) throw signal.reason;
    throw new HybridError('PH_PACKER_DOWNLOAD', { url, reason: reasonOf(cause) }, { cause });
  }
}

/** `fetch failed` says nothing: the cause below it does. */
function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  return cause.cause instanceof Error ? `${cause.message}: ${cause.cause.message}` : cause.message;
}
