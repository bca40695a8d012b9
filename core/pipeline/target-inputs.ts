import { createHash } from 'node:crypto';
import { templateInputs } from '../language/index.ts';
import type { Target } from '../schema/index.ts';
import { type HashedInput, hashInputs } from '../state/index.ts';
import { fingerprintOf } from './fingerprint.ts';
import { type Session, templateOf } from './session.ts';

export interface InputHashes {
  readonly inputs: readonly HashedInput[];
  readonly digest: string;
}

/** Hashes everything that decides how a target comes out: its files, its settings, and what its platform adds. */
export async function hashTarget(session: Session, target: Target): Promise<InputHashes> {
  const { registry } = session;
  const fingerprint = await fingerprintOf(session, target);
  const { found, template } = templateOf(session, target);
  const files = templateInputs(template, target, [
    ...registry.platforms.map(({ sources, fileAttributes = [] }) => ({ types: sources, fileAttributes })),
    ...registry.provisioners,
  ]);
  const { vars, varFiles, secrets } = found.setting;
  const extra = [
    setting('vars', vars),
    // Only which secrets there are: a hash of a short one could be guessed back.
    setting('secrets', Object.keys(secrets).toSorted()),
    setting('var-files', varFiles),
    ...(fingerprint === undefined ? [] : [setting(`variables/${target.platform}`, fingerprint)]),
  ];
  const { root, artifacts, logs, state, cache } = session.paths;
  return hashInputs(files, {
    root,
    extra,
    exclude: [artifacts, logs, state, cache],
    signal: session.signal,
  });
}

function setting(path: string, value: unknown): HashedInput {
  const sha256 = createHash('sha256').update(JSON.stringify(value)).digest('hex');
  return { path, kind: 'setting', sha256 };
}
