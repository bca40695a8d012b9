import type { PluginApi } from 'packer-hybrid';
import { escalateRun } from './escalate-run.ts';
import { createRunStories } from './story/run-stories.ts';

/** Hands over at the end of a run what could not be recovered; listens from its beginning, to be able to tell the story. */
export function registerEscalation(api: PluginApi<unknown>): void {
  const stories = createRunStories();
  api.on('event', stories.note);
  api.on('close', (context) => escalateRun(context, { stories, packer: api.find('packer') }), {
    order: 'late',
  });
}
