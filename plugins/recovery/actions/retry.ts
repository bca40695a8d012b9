import { earlierFixes } from '../plan/earlier.ts';
import { builtInAction } from './built-in-action.ts';

const id = 'retry';

/** Builds once more, as it is. */
export const retry = builtInAction({
  id,
  corrects: false,
  propose(context) {
    if (context.diagnosis?.action !== id) return undefined;
    if (earlierFixes(context, id).length > 0) return { refusal: 'It was built once more already.' };
    return { step: { action: id, title: 'Build once more.' } };
  },
});
