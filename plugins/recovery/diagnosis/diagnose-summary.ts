import type { Diagnosis } from 'packer-hybrid';
import { addEvidence, type Evidence } from '../log/evidence.ts';
import { namedWait } from '../named-wait.ts';
import type { CompiledPattern } from '../signatures/compile.ts';
import { inOrderOfCause } from '../signatures/precedence.ts';
import type { LogDiagnosis } from './diagnose-log.ts';
import type { Match, TargetLines } from './diagnose-target-lines.ts';

/** What the log says about the run as a whole. */
export interface RunSigns {
  readonly hasFailed: boolean;
  readonly hasArtifactHeader: boolean;
  readonly hasArtifacts: boolean;
}

type Found = readonly (readonly [CompiledPattern, Match])[];

/** From what was found per build to what is said: causes first, the surest build first. */
export function diagnosesOf(
  targets: readonly TargetLines[],
  signs: RunSigns,
): Pick<LogDiagnosis, 'outcome' | 'diagnoses'> {
  const named = targets.filter(({ name }) => name !== '');
  const shared = targets.find(({ name }) => name === '');
  const hasFailed = signs.hasFailed || named.some(({ ended }) => ended === 'failed');
  const hasFinished = named.some(({ ended }) => ended === 'finished');
  const isSilentFailure = hasFinished && !hasFailed && signs.hasArtifactHeader && !signs.hasArtifacts;

  const kept = named.filter(({ ended }) => ended !== 'finished' || isSilentFailure);
  const sole = soleOwner(kept);
  const hasSucceeded = hasFinished || signs.hasArtifacts;
  const sharedFound = shared && (hasFailed || !hasSucceeded) ? [...shared.found] : [];
  const perTarget = kept.map((target) => {
    const all = [...target.found, ...(target === sole ? sharedFound : [])];
    return inOrderOfCause(diagnosesFrom(isSilentFailure ? all.filter(isSure) : all, target));
  });
  const rest = sole ? [] : inOrderOfCause(diagnosesFrom(sharedFound, undefined));
  const known = new Set(perTarget.flat().map(({ cause }) => cause));
  const diagnoses = [...perTarget.flat(), ...rest.filter(({ cause }) => !known.has(cause))].sort(
    (a, b) => b.confidence - a.confidence,
  );
  if (hasFailed || diagnoses.length > 0) return { outcome: 'failed', diagnoses };
  return { outcome: hasSucceeded ? 'succeeded' : 'unknown', diagnoses };
}

/** The one build that lines without a name can be about. */
function soleOwner(targets: readonly TargetLines[]): TargetLines | undefined {
  const failed = targets.filter(({ ended }) => ended === 'failed');
  if (failed.length === 1) return failed[0];
  return failed.length === 0 && targets.length === 1 ? targets[0] : undefined;
}

/** Without a reason of Packer's own only what a platform refuses counts. */
function isSure([{ place, facts }]: Found[number]): boolean {
  return place === 'packer' && facts.confidence >= 0.8;
}

function diagnosesFrom(found: Found, target: TargetLines | undefined): readonly Diagnosis[] {
  const byCause = new Map<string, Found>();
  for (const one of found) {
    const [{ cause, count }, match] = one;
    if (match.count >= count) byCause.set(cause, [...(byCause.get(cause) ?? []), one]);
  }
  return [...byCause.values()].map((matches) => diagnosisOf(matches, target));
}

function diagnosisOf(matches: Found, target: TargetLines | undefined): Diagnosis {
  const surest = matches.toSorted(([a], [b]) => b.facts.confidence - a.facts.confidence);
  const [[pattern]] = surest as [Found[number]];
  const { class: kind, retryable, confidence, remedy, action } = pattern.facts;
  const evidence = surest
    .reduce<readonly Evidence[]>((all, [, match]) => match.evidence.reduce(addEvidence, all), [])
    .toSorted((a, b) => a.line - b.line);
  const platform = target?.platform ?? pattern.platform;
  const wait = namedWait({ evidence: [...evidence] });
  return {
    cause: pattern.cause,
    class: kind,
    ...(platform !== undefined && { platform }),
    ...(target && { target: target.name }),
    retryable,
    confidence,
    evidence: [...evidence],
    remedy,
    action,
    ...(retryable && wait !== undefined && { wait_seconds: wait }),
  };
}
