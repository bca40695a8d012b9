import type { RunEvent } from 'packer-hybrid';

const FIRST_KEPT = 100;
const LAST_KEPT = 400;

/** What happened to one target, bounded however long the run was. */
export interface Story {
  readonly events: readonly RunEvent[];
  /** How many events between the first and the last ones are missing. */
  readonly omitted: number;
}

/** Listens to runs and keeps what reports tell; a run is forgotten when it is over. */
export interface RunStories {
  note(event: RunEvent): void;
  of(run: string, target: string): Story;
  forget(run: string): void;
}

/** Too many to be told, or told elsewhere. */
const untold: readonly RunEvent['type'][] = [
  'output',
  'check',
  'finding',
  'evidence',
  'process.started',
  'process.finished',
];

/** Begins to listen. */
export function createRunStories(): RunStories {
  const runs = new Map<string, Map<string, { first: RunEvent[]; last: RunEvent[]; omitted: number }>>();
  return {
    note(event) {
      if (untold.includes(event.type)) return;
      const stories = runs.get(event.run) ?? new Map();
      runs.set(event.run, stories);
      const name = event.target ?? '';
      const story = stories.get(name) ?? { first: [], last: [], omitted: 0 };
      stories.set(name, story);
      if (story.first.length < FIRST_KEPT) story.first.push(event);
      else story.last.push(event);
      if (story.last.length <= LAST_KEPT) return;
      story.last.shift();
      story.omitted += 1;
    },
    of(run, target) {
      // What has no target is about all of them.
      const parts = ['', target].flatMap((name) => runs.get(run)?.get(name) ?? []);
      const events = parts.flatMap(({ first, last }) => [...first, ...last]).sort((a, b) => a.seq - b.seq);
      return { events, omitted: parts.reduce((sum, { omitted }) => sum + omitted, 0) };
    },
    forget: (run) => void runs.delete(run),
  };
}
