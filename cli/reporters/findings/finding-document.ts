import type { Fix, SourceRange } from '../../../core/schema/index.ts';
import type { ShownFinding } from './contract.ts';

interface PlaceDocument {
  readonly line: number;
  readonly column: number;
}

interface RangeDocument {
  readonly start: PlaceDocument;
  readonly end: PlaceDocument;
}

interface FixDocument {
  readonly kind: Fix['kind'];
  readonly edits: readonly {
    readonly file: string;
    readonly range: RangeDocument;
    readonly new_text: string;
  }[];
}

/** A finding as other programs read it: every field is always there, lines and columns count from 1, the end is exclusive. */
export interface FindingDocument {
  readonly rule: string;
  readonly family: string;
  readonly severity: string;
  readonly impact: string | null;
  readonly recovery_complexity: string | null;
  readonly confidence: number;
  readonly file: string | null;
  readonly range: RangeDocument | null;
  readonly template: string | null;
  readonly message: string;
  readonly remedy: string | null;
  readonly example: string | null;
  readonly fix: FixDocument | null;
  readonly hint: boolean;
  readonly fingerprint: string;
}

/** A finding in the form of the JSON reports. */
export function findingDocument({ finding, fingerprint }: ShownFinding): FindingDocument {
  const { rule, family, severity, confidence, message, range, fix } = finding;
  return {
    rule,
    family,
    severity,
    impact: finding.impact ?? null,
    recovery_complexity: finding.recovery_complexity ?? null,
    confidence,
    file: range?.file ?? null,
    range: range ? rangeDocument(range) : null,
    template: finding.template ?? null,
    message,
    remedy: finding.remedy ?? null,
    example: finding.example ?? null,
    fix: fix ? fixDocument(fix) : null,
    hint: finding.hint === true,
    fingerprint,
  };
}

function rangeDocument({ start, end }: SourceRange): RangeDocument {
  return {
    start: { line: start.line, column: start.column },
    end: { line: end.line, column: end.column },
  };
}

function fixDocument({ kind, edits }: Fix): FixDocument {
  return {
    kind,
    edits: edits.map(({ range, new_text }) => ({ file: range.file, range: rangeDocument(range), new_text })),
  };
}
