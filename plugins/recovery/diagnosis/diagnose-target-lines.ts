import type { Evidence } from '../log/evidence.ts';
import { addEvidence } from '../log/evidence.ts';
import { createPlaceFollower, type LinePlace } from '../log/line-place.ts';
import type { LogLine } from '../log/log-line.ts';
import { platformOf } from '../log/platform-of.ts';
import type { CompiledPattern } from '../signatures/compile.ts';
import type { Candidates } from './candidates.ts';

/** A pattern with the lines that matched it. */
export interface Match {
  count: number;
  evidence: readonly Evidence[];
}

/** What the log tells about one build so far; its size does not grow with the log. */
export interface TargetLines {
  readonly name: string;
  readonly platform: string | undefined;
  readonly found: ReadonlyMap<CompiledPattern, Match>;
  readonly ended: 'failed' | 'finished' | undefined;
  /** Whether what comes next is likely the output of a script. */
  readonly isInOutput: boolean;
  add(line: LogLine, number: number, candidates: Candidates): void;
  /** Takes in what a line of another build proves. */
  overhear(line: LogLine, candidates: Candidates): void;
}

/** Follows the lines of one build, or those that name none when `name` is empty: what these set the scene for, `seenBefore`, is shared. */
export function createTargetLines(name: string, seenBefore: Set<RegExp>): TargetLines {
  const found = new Map<CompiledPattern, Match>();
  const seenEarlier = name === '' ? seenBefore : new Set<RegExp>();
  const follower = createPlaceFollower();
  const platform = platformOf(name);
  let ended: TargetLines['ended'];
  let isInOutput = false;

  function note(pattern: CompiledPattern, text: string, number: number): void {
    const match = found.get(pattern) ?? { count: 0, evidence: [] };
    match.count += 1;
    match.evidence = addEvidence(match.evidence, { line: number, text });
    found.set(pattern, match);
  }

  return {
    name,
    platform,
    found,
    get ended() {
      return ended;
    },
    get isInOutput() {
      return isInOutput;
    },
    add(line, number, candidates) {
      // Whatever is said after a build that went well is not about it.
      if (ended === 'finished' && line.kind !== 'verdict') return;
      if (line.kind === 'finish') ended = 'finished';
      if (line.kind === 'verdict') ended = 'failed';
      const { place, isNewStep } = follower.enter(line);
      isInOutput = place === 'output';
      forget(found, line.text, { until: candidates.until, isNewStep });
      let matched = -1;
      for (const pattern of candidates.patterns) {
        if (pattern.signature === matched || !concerns(pattern.platform, platform)) continue;
        if (!isMatch(pattern, line.text, { place, seenEarlier, seenBefore })) continue;
        matched = pattern.signature;
        note(pattern, line.text, number);
      }
      for (const regex of candidates.earlier) if (regex.test(line.text)) seenEarlier.add(regex);
    },
    overhear(line, { until }) {
      forget(found, line.text, { until, isNewStep: false });
    },
  };
}

/** A platform's words on the builds of another one are a coincidence. */
function concerns(signature: string | undefined, target: string | undefined): boolean {
  const isTool = signature === 'ansible' || signature === 'puppet';
  return signature === undefined || target === undefined || isTool || signature === target;
}

interface Where {
  readonly place: LinePlace;
  readonly seenEarlier: ReadonlySet<RegExp>;
  readonly seenBefore: ReadonlySet<RegExp>;
}

function isMatch(pattern: CompiledPattern, text: string, { place, seenEarlier, seenBefore }: Where): boolean {
  if (pattern.place === 'packer' && place === 'output') return false;
  if (pattern.place === 'template' && place !== 'packer') return false;
  const { earlier } = pattern;
  if (earlier && !seenEarlier.has(earlier) && !seenBefore.has(earlier)) return false;
  return pattern.match.test(text) && !pattern.unless.some((unless) => unless.test(text));
}

interface Proof {
  readonly until: readonly RegExp[];
  readonly isNewStep: boolean;
}

/** Drops what a step printed that ended well, and what a later line proves harmless. */
function forget(found: Map<CompiledPattern, Match>, text: string, { until, isNewStep }: Proof): void {
  if (!isNewStep && until.length === 0) return;
  const proven = until.filter((regex) => regex.test(text));
  for (const pattern of found.keys()) {
    const isHarmless = pattern.until && proven.includes(pattern.until);
    if (isHarmless || (isNewStep && pattern.place === 'step')) found.delete(pattern);
  }
}
