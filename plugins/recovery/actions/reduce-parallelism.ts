import { builtInAction } from './built-in-action.ts';

const id = 'reduce-parallelism';

/** Causes that builds side by side bring upon each other. */
const crowded: readonly string[] = [
  'host-memory-exhausted',
  'packer-killed',
  'api-throttled',
  'platform-object-locked',
  'cloud-transient-error',
];

/** Lets the next build have its platform to itself; it goes along with a retry and is none by itself. */
export const reduceParallelism = builtInAction({
  id,
  corrects: false,
  propose({ diagnosis, targets }) {
    if (!diagnosis || !(crowded.includes(diagnosis.cause) || diagnosis.action === id)) return undefined;
    if (targets.length < 2) return { refusal: 'Nothing else is built in this run.' };
    return { step: { action: id, title: 'Let it build alone on its platform.' } };
  },
  async execute({ runAlone, target }) {
    runAlone();
    return { detail: `Nothing else of ${target.platform} is built at the same time.` };
  },
});
