import { presets } from '../../core/rules/index.ts';
import { ruleSettings } from '../analyze/rule-levels.ts';
import { rulePacksOf } from '../analyze/rule-packs.ts';
import { counted } from '../counted.ts';
import type { Command } from '../invocation.ts';
import { screenWidth } from '../output.ts';
import { isJson, printJson } from '../print-json.ts';
import { readConfig } from '../read-config.ts';
import { type RuleDocument, ruleDocuments } from '../rules/rule-document.ts';
import { styleOf } from '../style-of.ts';
import { textTable } from '../text-table.ts';

/** `rules list`: every rule there is here, with what it reports as. */
export const command: Command = async (invocation) => {
  const { options, output } = invocation;
  const config = await readConfig(invocation, 'rules');
  const packs = rulePacksOf(config);
  const settings = ruleSettings(config.settings.rules, options, packs);
  const rules = await ruleDocuments(packs, settings);
  const preset = settings.preset ?? presets[0];
  if (isJson(options)) printJson(output, { version: 1, preset, rules });
  else output.out(listText(rules, { style: styleOf(invocation), width: screenWidth(output), preset }));
  return 0;
};

interface ListLook {
  readonly style: ReturnType<typeof styleOf>;
  readonly width: number;
  readonly preset: string;
}

function listText(rules: readonly RuleDocument[], { style, width, preset }: ListLook): string {
  const rows = rules.map(({ rule, level, fix, summary }) => [
    level === 'off' ? style.dim(rule) : rule,
    level === 'off' ? style.dim(level) : level,
    fix === null ? '' : `${fix} fix`,
    summary,
  ]);
  const on = rules.filter(({ level }) => level !== 'off').length;
  const last = `${counted(rules.length, 'rule')}, ${on} of them on (preset ${preset}). \`packer-hybrid explain <rule>\` tells more.`;
  return `${textTable(rows, width)}\n\n${last}`;
}
