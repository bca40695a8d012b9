import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import type { TestWorkspace } from '../support/test-workspace.ts';

/** Files of a run in which a secret stands that it was given in its environment; archives are opened. */
export async function spilledSecrets(
  workspace: TestWorkspace,
  env: NodeJS.ProcessEnv = {},
): Promise<readonly string[]> {
  const secrets = Object.entries(env).flatMap(([name, value]) =>
    /password|secret|token/i.test(name) && value ? [value] : [],
  );
  if (secrets.length === 0) return [];
  const spilled: string[] = [];
  for (const path of await workspace.files()) {
    const data = await readFile(workspace.path(path));
    const text = path.endsWith('.gz') ? gunzipSync(data) : data;
    if (secrets.some((secret) => text.includes(secret))) spilled.push(`secret in ${path}`);
  }
  return spilled;
}
