import type { Template } from '../../language/index.ts';
import type { Finding } from '../../schema/index.ts';
import type { TextOf } from '../baseline/fingerprint.ts';
import { type Directive, directiveOf, means } from './directive.ts';
import { type Reach, reachOf } from './reach.ts';
import { scriptDirective } from './script-directive.ts';
import { unusedFinding, withoutReasonFinding } from './suppression-findings.ts';

export interface SuppressedFinding {
  readonly finding: Finding;
  readonly reason: string | undefined;
}

export interface Suppressed {
  readonly kept: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
}

export interface ApplySuppressions {
  /** Ids of the rules that ran: a suppression of another rule is not unused. */
  readonly active: ReadonlySet<string>;
  /** Ids of all rules that there are. */
  readonly known: readonly string[];
  /** Texts of files that templates name: their comments count as well. */
  readonly textOf?: TextOf;
}

interface Placed {
  readonly directive: Directive;
  readonly template: Template;
  readonly file: string;
  readonly reach: Reach | undefined;
  /** Names that took a finding away. */
  readonly used: Set<string>;
}

/** Takes away what comments in the templates suppress, and tells of suppressions without reason or without effect. */
export function applySuppressions(
  templates: readonly Template[],
  findings: readonly Finding[],
  options: ApplySuppressions,
): Suppressed {
  const placed = templates.flatMap(placedDirectives);
  const kept: Finding[] = [];
  const suppressed: SuppressedFinding[] = [];
  for (const finding of findings) {
    const directive = suppressorOf(finding, placed) ?? scriptDirective(finding, templates, options.textOf);
    if (directive) suppressed.push({ finding, reason: directive.reason });
    else kept.push(finding);
  }
  return { kept: [...kept, ...placed.flatMap((one) => complaints(one, options))], suppressed };
}

function placedDirectives(template: Template): readonly Placed[] {
  return template.files.flatMap((file) =>
    file.comments.flatMap((comment): readonly Placed[] => {
      const directive = directiveOf(comment);
      if (!directive) return [];
      const reach = reachOf(directive, file, template);
      return [{ directive, template, file: file.path, reach, used: new Set() }];
    }),
  );
}

function suppressorOf({ rule, range, template }: Finding, placed: readonly Placed[]): Directive | undefined {
  if (!range) return undefined;
  let found: Directive | undefined;
  for (const { directive, template: owner, file, reach, used } of placed) {
    if (file !== range.file || (template !== undefined && template !== owner.path)) continue;
    if (reach && (range.start.line < reach.first || range.start.line > reach.last)) continue;
    for (const name of directive.rules.filter((candidate) => means(candidate, rule))) {
      used.add(name);
      found ??= directive;
    }
  }
  return found;
}

function complaints({ directive, template, used }: Placed, options: ApplySuppressions): readonly Finding[] {
  const { active, known } = options;
  const isWhole = template.errors.every(({ kind }) => kind !== 'syntax');
  const unused = directive.rules.filter((name) => {
    if (used.has(name)) return false;
    const named = known.filter((id) => means(name, id) || means(id, name));
    // In a broken file much is not looked at, and a rule that is off finds nothing anywhere.
    return named.length === 0 || (isWhole && named.some((id) => active.has(id)));
  });
  const place = { template, range: directive.range };
  return [
    ...(directive.reason === undefined ? [withoutReasonFinding(directive, place)] : []),
    ...(directive.rules.length === 0 ? [unusedFinding(undefined, known, place)] : []),
    ...unused.map((name) => unusedFinding(name, known, place)),
  ];
}
