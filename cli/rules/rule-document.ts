import {
  type AnyRule,
  loadRules,
  type RulePack,
  type RuleSettings,
  selectRule,
} from '../../core/rules/index.ts';

/** A rule as data: what it says of itself, and what it is set to here. */
export interface RuleDocument {
  readonly rule: string;
  readonly family: string;
  readonly summary: string;
  readonly severity: string;
  /** What it reports as with these settings; `off` when it does not run. */
  readonly level: string;
  readonly impact: string;
  readonly recovery_complexity: string;
  readonly confidence: number;
  readonly recommended: boolean;
  readonly fix: string | null;
  /** What is appended to the id, with what it stands for. */
  readonly subs: Readonly<Record<string, string>>;
  readonly remedy: string;
  readonly example: string;
  readonly pack: string;
}

/** Every rule of the packs, in the order of the ids. */
export async function ruleDocuments(
  packs: readonly RulePack[],
  settings: RuleSettings,
): Promise<readonly RuleDocument[]> {
  const documents: RuleDocument[] = [];
  for (const pack of packs) {
    const { rules } = await loadRules([pack], { preset: 'strict' });
    documents.push(...rules.map(({ rule }) => ruleDocument(rule, pack, settings)));
  }
  return documents.toSorted((a, b) => (a.rule < b.rule ? -1 : 1));
}

function ruleDocument(rule: AnyRule, pack: RulePack, settings: RuleSettings): RuleDocument {
  const { id, meta, subs = {} } = rule;
  const selected = selectRule(rule, settings);
  return {
    rule: id,
    family: String(id.split('/')[0]),
    summary: meta.summary,
    severity: meta.severity,
    level: selected ? (selected.severity ?? meta.severity) : 'off',
    impact: meta.impact,
    recovery_complexity: meta.recovery,
    confidence: meta.confidence,
    recommended: meta.recommended,
    fix: meta.fixable ?? null,
    subs,
    remedy: meta.remedy,
    example: meta.example,
    pack: pack.id,
  };
}
