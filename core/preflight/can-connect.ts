import { connect } from 'node:net';

export interface ConnectRequest {
  readonly host: string;
  readonly port: number;
  readonly signal: AbortSignal;
  /** 3,000 ms unless told. */
  readonly timeoutMs?: number;
}

export type ConnectAnswer = { readonly ok: true } | { readonly ok: false; readonly reason: string };

/** Whether something accepts TCP connections there; sends nothing, and never rejects. */
export function canConnect({
  host,
  port,
  signal,
  timeoutMs = 3_000,
}: ConnectRequest): Promise<ConnectAnswer> {
  return new Promise((answer) => {
    const ended = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
    if (signal.aborted) return answer({ ok: false, reason: 'the run was interrupted' });
    const socket = connect({ host, port, signal: ended });
    socket.once('connect', () => {
      socket.destroy();
      answer({ ok: true });
    });
    socket.once('error', (cause) => {
      answer({
        ok: false,
        reason: reasonFor(cause, { ended: ended.aborted, interrupted: signal.aborted, timeoutMs }),
      });
    });
  });
}

function reasonFor(
  cause: Error,
  { ended, interrupted, timeoutMs }: { ended: boolean; interrupted: boolean; timeoutMs: number },
): string {
  if (interrupted) return 'the run was interrupted';
  if (ended) return `no answer within ${timeoutMs} ms`;
  return cause.message;
}
