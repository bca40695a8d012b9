import { definePlugin, PLUGIN_API } from 'packer-hybrid';
import { analyzeTemplates } from 'packer-hybrid/rules';
import { notesOf } from './notes.ts';
import { DelusionsOptions } from './options.ts';
import { readBaseline, readKnowledge } from './remembered.ts';

/** Reports in `analyze` what in a template will not do what its author believes: it runs the rules of every plugin. */
export const delusions = definePlugin({
  name: 'delusions',
  apiVersion: PLUGIN_API,
  options: DelusionsOptions,
  setup({ on, options }) {
    on('analyze', async ({ templates, rulePacks, settings, workspace, signal, report, emit }) => {
      const analysis = await analyzeTemplates(templates, {
        root: workspace.root,
        packs: rulePacks,
        settings: settings.rules,
        baseline: await readBaseline(workspace.root, options.baseline),
        knowledge: await readKnowledge(workspace.state),
        timing: options.timing,
        signal,
      });
      for (const finding of analysis.findings) report(finding);
      for (const text of notesOf(analysis)) emit({ type: 'note', text });
    });
  },
});
