import { closestTo, HybridError } from '../../core/errors/index.ts';
import type { RulePack } from '../../core/rules/index.ts';
import { rulePacksOf } from '../analyze/rule-packs.ts';
import { type CatalogueEntry, catalogueEntries } from '../explain/catalogue-entry.ts';
import { ruleEntry } from '../explain/rule-entry.ts';
import { ruleText } from '../explain/rule-text.ts';
import type { Command, Invocation } from '../invocation.ts';
import { screenWidth } from '../output.ts';
import { isJson, printJson } from '../print-json.ts';
import { readConfig } from '../read-config.ts';
import { styleOf } from '../style-of.ts';
import { textTable } from '../text-table.ts';

const meanings: Readonly<Record<number, string>> = {
  1: 'findings, usage, validation or configuration, or a failure nobody understands',
  2: 'infrastructure, or a failure that passes',
  3: 'a security or retention violation',
  130: 'interrupted',
};

/** `explain`: what an error code or a rule means, from where the messages themselves come from. */
export const command: Command = async (invocation) => {
  const { args, options, output } = invocation;
  if (args[0]?.includes('/')) return await explainRule(args[0], invocation);
  const entries = catalogueEntries();
  const shown = args[0] === undefined ? entries : [entryOf(args[0], entries)];
  if (isJson(options)) printJson(output, { version: 1, errors: shown });
  else
    output.out(args[0] === undefined ? list(shown, screenWidth(output)) : text(shown, styleOf(invocation)));
  return 0;
};

async function explainRule(id: string, invocation: Invocation): Promise<number> {
  const { options, output } = invocation;
  const config = await readConfig(invocation, 'explain');
  const packs = rulePacksOf(config);
  const entry = await ruleEntry(id, packs, config.settings.rules);
  if (entry === undefined) throw unknownRule(id, packs);
  const { document, sub, readme } = entry;
  if (isJson(options))
    printJson(output, { version: 1, rules: [{ ...document, sub: sub?.name ?? null, readme }] });
  else output.out(ruleText(entry, styleOf(invocation)));
  return 0;
}

function unknownRule(id: string, packs: readonly RulePack[]): HybridError {
  const ids = packs.flatMap(({ rules }) => Object.keys(rules));
  const problem = `There is no rule "${id}"; \`packer-hybrid rules list\` lists them all.`;
  return new HybridError('PH_USAGE_OPTION', { command: 'explain', problem, didYouMean: closestTo(id, ids) });
}

function entryOf(code: string, entries: readonly CatalogueEntry[]): CatalogueEntry {
  const found = entries.find((entry) => entry.code === code.toUpperCase());
  if (found) return found;
  const known = entries.map((entry) => entry.code);
  const problem = `There is no error code "${code}"; \`packer-hybrid explain\` lists them all.`;
  throw new HybridError('PH_USAGE_OPTION', {
    command: 'explain',
    problem,
    didYouMean: closestTo(code.toUpperCase(), known),
  });
}

function text(entries: readonly CatalogueEntry[], style: ReturnType<typeof styleOf>): string {
  return entries
    .map(({ code, exit_code, message, remedy }) =>
      [
        style.bold(code),
        `  ${message}`,
        `  ${style.cyan(style.signs.next)} ${remedy}`,
        style.dim(`  Exit code ${exit_code}: ${meanings[exit_code] ?? ''}`),
      ].join('\n'),
    )
    .join('\n\n');
}

function list(entries: readonly CatalogueEntry[], width: number): string {
  return textTable(
    entries.map(({ code, message }) => [code, message]),
    width,
  );
}
