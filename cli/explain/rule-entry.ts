import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { RulePack, RuleSettings } from '../../core/rules/index.ts';
import { type RuleDocument, ruleDocuments } from '../rules/rule-document.ts';

/** Everything that can be said of a rule. */
export interface RuleEntry {
  readonly document: RuleDocument;
  /** The sub-code that was asked for. */
  readonly sub: { readonly name: string; readonly meaning: string } | undefined;
  /** Null for a rule whose pack brings no text. */
  readonly readme: string | null;
}

/** The rule of an id, with or without a sub-code; undefined when there is none. */
export async function ruleEntry(
  id: string,
  packs: readonly RulePack[],
  settings: RuleSettings,
): Promise<RuleEntry | undefined> {
  const pack = packs.find(({ rules }) =>
    Object.keys(rules).some((rule) => id === rule || id.startsWith(`${rule}/`)),
  );
  const [rule, load] =
    Object.entries(pack?.rules ?? {}).find(([name]) => id === name || id.startsWith(`${name}/`)) ?? [];
  if (pack === undefined || rule === undefined || load === undefined) return undefined;
  const [document] = await ruleDocuments([{ ...pack, rules: { [rule]: load } }], settings);
  if (document === undefined) return undefined;
  const name = id.slice(rule.length + 1);
  const meaning = document.subs[name];
  if (name !== '' && meaning === undefined) return undefined;
  const sub = meaning === undefined ? undefined : { name, meaning };
  return { document, sub, readme: await readmeOf(rule, pack) };
}

async function readmeOf(rule: string, { folder }: RulePack): Promise<string | null> {
  if (folder === undefined) return null;
  return await readFile(fileURLToPath(new URL(`${rule}/readme.md`, folder)), 'utf8').catch(() => null);
}
