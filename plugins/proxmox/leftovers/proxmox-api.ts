import { askServer, type ServerQuestion } from 'packer-hybrid';
import * as z from 'zod';

/** Where Proxmox VE is and who asks it. */
export interface ProxmoxLogin {
  /** With `/api2/json`. */
  readonly url: string;
  /** `user@realm`, or `user@realm!token-id` with a token. */
  readonly username: string;
  readonly proof: { readonly kind: 'token' | 'password'; readonly secret: string };
  /** The certificate is not checked: only where the user said so. */
  readonly insecure: boolean;
}

/** Proxmox VE for somebody who is logged in: answers with the data, rejects with what Proxmox says. */
export type ProxmoxApi = (method: 'GET' | 'POST' | 'DELETE', path: string) => Promise<unknown>;

const Ticket = z.object({ ticket: z.string(), CSRFPreventionToken: z.string() });

/** Logs in where a ticket is needed; an API token needs none. */
export async function openProxmox(login: ProxmoxLogin, signal: AbortSignal): Promise<ProxmoxApi> {
  const headers = await credentials(login, signal);
  return (method, path) => ask({ ...login, signal, method, path, headers });
}

async function credentials(
  login: ProxmoxLogin,
  signal: AbortSignal,
): Promise<Readonly<Record<string, string>>> {
  const { username, proof } = login;
  if (proof.kind === 'token') return { authorization: `PVEAPIToken=${username}=${proof.secret}` };
  const body = new URLSearchParams({ username, password: proof.secret }).toString();
  const path = '/access/ticket';
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const answer = Ticket.parse(await ask({ ...login, signal, method: 'POST', path, headers: form, body }));
  return {
    cookie: `PVEAuthCookie=${encodeURIComponent(answer.ticket)}`,
    csrfpreventiontoken: answer.CSRFPreventionToken,
  };
}

type Question = Pick<ProxmoxLogin, 'url' | 'insecure'> &
  Pick<ServerQuestion, 'headers' | 'body' | 'method' | 'signal'> & { readonly path: string };

async function ask({ url, path, insecure, method, headers, body, signal }: Question): Promise<unknown> {
  const { status, reason, text } = await askServer({
    ...{ url: `${url.replace(/\/+$/, '')}${path}`, method, insecure, signal },
    ...(headers && { headers }),
    ...(body !== undefined && { body }),
  });
  const answer = Answer.safeParse(parsed(text));
  if (status === 200 && answer.success) return answer.data.data;
  const said = (answer.success && answer.data.message?.trim()) || reason || 'nothing';
  throw new Error(`Proxmox answers ${method} ${path.split('?')[0]} with ${status}: ${said}`);
}

const Answer = z.object({ data: z.unknown(), message: z.string().optional() });

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
