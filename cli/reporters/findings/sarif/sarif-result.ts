import type { Location, Region, Replacement, Result, Fix as SarifFix } from 'sarif';
import type { Fix, SourceRange } from '../../../../core/schema/index.ts';
import type { ShownFinding } from '../contract.ts';
import { artifactLocation } from './artifact-location.ts';
import { levels } from './levels.ts';

/** One finding as a result; `ruleIndex` is the place of its rule among the descriptors. */
export function sarifResult(shown: ShownFinding, ruleIndex: number, cwd: string): Result {
  const { finding, fingerprint } = shown;
  const { rule, severity, confidence, message, remedy, range, fix, hint = false } = finding;
  return {
    ruleId: rule,
    ruleIndex,
    level: hint ? 'note' : levels[severity],
    message: { text: remedy ? `${message} ${remedy}` : message },
    rank: Math.round(confidence * 100),
    ...(range ? { locations: [location(range, cwd)] } : {}),
    ...(fix ? { fixes: [sarifFix(fix, cwd)] } : {}),
    partialFingerprints: { 'packerHybrid/v1': fingerprint },
    properties: {
      severity,
      confidence,
      hint,
      ...(finding.impact ? { impact: finding.impact } : {}),
      ...(finding.recovery_complexity ? { recoveryComplexity: finding.recovery_complexity } : {}),
      ...(finding.template ? { template: finding.template } : {}),
    },
  };
}

function location(range: SourceRange, cwd: string): Location {
  return {
    physicalLocation: { artifactLocation: artifactLocation(range.file, cwd), region: region(range) },
  };
}

function region({ start, end }: SourceRange): Region {
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
}

/** Our edits by the file that they change. */
function sarifFix({ kind, edits }: Fix, cwd: string): SarifFix {
  const byFile = new Map<string, Replacement[]>();
  for (const { range, new_text } of edits) {
    const replacement = { deletedRegion: region(range), insertedContent: { text: new_text } };
    byFile.set(range.file, [...(byFile.get(range.file) ?? []), replacement]);
  }
  const text = kind === 'safe' ? 'Correct it; the meaning stays.' : 'Correct it; look at the result.';
  return {
    description: { text },
    artifactChanges: [...byFile].map(([file, replacements]) => ({
      artifactLocation: artifactLocation(file, cwd),
      replacements,
    })),
  };
}
