import { closestTo, HybridError } from '../../core/errors/index.ts';
import { type CatalogueEntry, catalogueEntries } from '../explain/catalogue-entry.ts';
import type { Command } from '../invocation.ts';
import { screenWidth } from '../output.ts';
import { isJson, printJson } from '../print-json.ts';
import { styleOf } from '../style-of.ts';
import { textTable } from '../text-table.ts';

const meanings: Readonly<Record<number, string>> = {
  1: 'findings, usage, validation or configuration, or a failure nobody understands',
  2: 'infrastructure, or a failure that passes',
  3: 'a security or retention violation',
  130: 'interrupted',
};

/** `explain`: what an error code means, from the catalogue that the messages themselves come from. */
export const command: Command = async (invocation) => {
  const { args, options, output } = invocation;
  const entries = catalogueEntries();
  const shown = args[0] === undefined ? entries : [entryOf(args[0], entries)];
  if (isJson(options)) printJson(output, { version: 1, errors: shown });
  else
    output.out(args[0] === undefined ? list(shown, screenWidth(output)) : text(shown, styleOf(invocation)));
  return 0;
};

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
