import { runContext } from './run-context.ts';
import type { Session } from './session.ts';

/** The Packer of this run, as the engine found it; null when there is none, or when it cannot be asked. */
export async function packerVersion(session: Session): Promise<string | null> {
  const packer = session.registry.find('packer');
  const scope = { plugin: 'packer', hook: 'close', signal: session.signal } as const;
  const version = await packer?.version(runContext(session, scope)).catch(() => undefined);
  return version ?? null;
}
