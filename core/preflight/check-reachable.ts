import type { CheckInput } from '../schema/index.ts';
import { type ConnectRequest, canConnect } from './can-connect.ts';

/** Asks whether a service accepts connections; each place is asked once, however many targets share it. */
export function reachability(id: string, title: string): (request: ConnectRequest) => Promise<CheckInput> {
  const answers = new Map<string, Promise<CheckInput>>();
  return (request) => {
    const place = `${request.host}:${request.port}`;
    const answer = answers.get(place) ?? ask(request, { id, title, place });
    answers.set(place, answer);
    return answer;
  };
}

async function ask(
  request: ConnectRequest,
  { id, title, place }: { id: string; title: string; place: string },
): Promise<CheckInput> {
  const answer = await canConnect(request);
  if (answer.ok) return { id, ok: true, severity: 'high', message: `${title} answers at ${place}.` };
  return {
    id,
    ok: false,
    severity: 'high',
    message: `${title} does not answer at ${place}: ${answer.reason}.`,
    remedy: 'Check the address, the network and the firewall; this may pass, so a later run can succeed.',
  };
}
