import type { Diagnosis, RecoveryPattern } from 'packer-hybrid';
import { causes } from '../../signatures/causes/all.ts';
import { lastingByClass, lastingRemedies } from './lasting-remedies.ts';

/** A pattern in words: what comes again, what its occurrences share, and what ends it for good. */
export interface Recommendation {
  readonly observation: string;
  readonly advice: readonly string[];
}

/** Says what a failure that comes again has in common, and what ends it for good. */
export function recommend(pattern: RecoveryPattern): Recommendation {
  return { observation: [headline(pattern), ...traits(pattern)].join(' '), advice: adviceFor(pattern) };
}

function headline({ cause, targets, failed_builds, builds, recovered_builds }: RecoveryPattern): string {
  const what = cause ?? 'A failure that nothing explains';
  const [only] = targets;
  const where = targets.length === 1 ? String(only) : `${targets.length} targets`;
  const some =
    recovered_builds === 0 ? 'none of them was recovered' : `${recovered_builds} of them were recovered`;
  const ends = recovered_builds === failed_builds ? 'each time a recovery saved it' : some;
  return `${what} struck ${failed_builds} of the last ${builds} builds of ${where}; ${ends}.`;
}

function traits({ step, hour, since }: RecoveryPattern): readonly string[] {
  return [
    ...(step === null ? [] : [`It always shows in the step "${step}".`]),
    ...(hour === null
      ? []
      : [
          `It always shows around ${String(hour).padStart(2, '0')}:00 UTC, while builds at other hours go well.`,
        ]),
    ...(since === null
      ? []
      : [`It began with run ${since.run} of ${since.at.slice(0, 10)}${upgrade(since)}.`]),
  ];
}

function upgrade({ packer_version, packer_version_before }: NonNullable<RecoveryPattern['since']>): string {
  if (packer_version === packer_version_before || packer_version === null) return '';
  return `, the first with Packer ${packer_version} after ${packer_version_before ?? 'another version'}`;
}

function adviceFor(pattern: RecoveryPattern): readonly string[] {
  const { cause, class: kind, edits, hour, since, targets, change } = pattern;
  if (isVain(pattern)) return vain(pattern);
  const edited = edits.map(
    ({ attribute, to, file, line, times }) =>
      `Set ${attribute} = ${to} in ${file}, line ${line}, for good: ${times} recoveries did so, and the build went well.`,
  );
  const place =
    change && edited.length === 0
      ? [`The place is ${change.attribute} in ${change.file}, line ${change.line}.`]
      : [];
  return [
    ...edited,
    ...(edited.length > 0 && isTimeLimit(cause) ? [] : [lastingRemedy(cause, kind)]),
    ...place,
    ...(hour === null
      ? []
      : ['Look for what else runs at that hour: backups, updates, other builds. Or build at another one.']),
    ...(since === null ? [] : [sinceAdvice(since)]),
    ...(targets.length > 1
      ? ['It strikes several targets, so look at what they share before you change any of them.']
      : []),
  ];
}

function sinceAdvice({
  run,
  packer_version,
  packer_version_before,
}: NonNullable<RecoveryPattern['since']>): string {
  if (packer_version !== packer_version_before && packer_version_before !== null)
    return `Pin Packer to ${packer_version_before} (\`toolchain.packer\`) until you know what the new version does differently.`;
  return `Compare what run ${run} was built from with the build before: \`packer-hybrid inspect ${run}\` names the commit.`;
}

function lastingRemedy(cause: string | null, kind: Diagnosis['class'] | null): string {
  if (cause === null)
    return 'Describe it as a failure signature of a plugin of yours, so that the next one is recognised: the escalation reports show the lines that tell it.';
  const known = Object.hasOwn(lastingRemedies, cause) ? lastingRemedies[cause] : causes[cause]?.remedy;
  return known ?? (kind === null ? 'Correct what its remedy names.' : lastingByClass[kind]);
}

/** Whether a longer time limit was tried more than once and never helped: then it is not the time that is missing. */
function isVain({ actions }: RecoveryPattern): boolean {
  return actions.some(
    ({ action, tried, recovered }) => action === 'increase-timeout' && tried > 1 && recovered === 0,
  );
}

function vain({ cause, actions }: RecoveryPattern): readonly string[] {
  const { tried = 0 } = actions.find(({ action }) => action === 'increase-timeout') ?? {};
  return [
    `More time does not help: ${tried} recoveries gave it, and each build failed all the same.`,
    causes[cause ?? '']?.remedy ?? 'Look for what keeps it from happening at all.',
  ];
}

/** Where the value alone is the remedy. */
function isTimeLimit(cause: string | null): boolean {
  return cause !== null && causes[cause]?.action === 'increase-timeout';
}
