import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createJiti } from 'jiti';
import type { AnyRule } from '../core/rules/index.ts';

/** A rule with what its readme says. */
export interface DocumentedRule {
  readonly rule: AnyRule;
  readonly readme: string;
}

/** Loads rules from their source, so that documents can be generated without a build. */
export async function loadRules(root: string, ids: readonly string[]): Promise<readonly DocumentedRule[]> {
  const jiti = createJiti(import.meta.url, {
    alias: {
      'packer-hybrid/rules': join(root, 'core', 'rules', 'index.ts'),
      'packer-hybrid': join(root, 'core', 'index.ts'),
    },
  });
  return await Promise.all(
    ids.map(async (id) => ({
      rule: await jiti.import<AnyRule>(join(root, 'rules', id, 'index.ts'), { default: true }),
      readme: readFileSync(join(root, 'rules', id, 'readme.md'), 'utf8'),
    })),
  );
}
