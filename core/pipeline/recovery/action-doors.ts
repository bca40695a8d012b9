import { HybridError } from '../../errors/index.ts';
import type { RecoveryActionContext } from '../../plugin/index.ts';
import type { Target } from '../../schema/index.ts';
import { listBuiltFiles, removeOwnPath } from '../../state/index.ts';
import type { Session } from '../session.ts';
import type { NextBuild } from './next-build.ts';

/** The doors through which an action may change something; each looks for proof first. */
type Doors = Pick<
  RecoveryActionContext,
  'find' | 'setEnvironment' | 'takeEnvironment' | 'removeOwn' | 'runAlone'
>;

export interface DoorOptions {
  readonly next: NextBuild;
  /** Hears how the next build will differ. */
  readonly change: (to: NextBuild) => void;
}

/** Gives an action its doors. */
export function actionDoors(session: Session, target: Target, { next, change }: DoorOptions): Doors {
  let now = next;
  const set = (to: NextBuild) => {
    now = to;
    change(to);
  };
  return {
    find: session.registry.find,
    setEnvironment(values) {
      mustBeNew(session, now, values);
      for (const value of Object.values(values)) session.secrets.add(value);
      set({ ...now, environment: { ...now.environment, ...values } });
      session.recovery.environments.set(target.platform, now.environment);
    },
    takeEnvironment() {
      const given = session.recovery.environments.get(target.platform) ?? {};
      const names = Object.keys(given).filter((name) => given[name] !== now.environment[name]);
      if (names.length > 0) set({ ...now, environment: { ...now.environment, ...given } });
      return names;
    },
    async removeOwn(path) {
      const { paths, info } = session;
      const images = await listBuiltFiles(paths);
      await removeOwnPath(path, { folders: paths, run: info.id, target: target.slug, images });
    },
    runAlone() {
      session.recovery.turns.narrow(target.platform);
      set({ ...now, alone: true });
    },
  };
}

/** The same secret tried twice can lock an account. */
function mustBeNew({ secrets }: Session, next: NextBuild, values: Readonly<Record<string, string>>): void {
  const names = Object.keys(values);
  const isNew = (name: string) => {
    const value = values[name] ?? '';
    const before = next.environment[name] ?? process.env[name];
    // A value that is masked already was known to this run.
    return value !== '' && value !== before && secrets.redact(value) === value;
  };
  if (!names.some(isNew)) throw new HybridError('PH_RECOVERY_SAME_SECRET', { names });
}
