import { definePlugin, PLUGIN_API } from 'packer-hybrid';
import { DelusionsOptions } from './options.ts';
import { templateFindings } from './template-findings.ts';

/** Reports in `analyze` what in a template will not do what its author believes. */
export const delusions = definePlugin({
  name: 'delusions',
  apiVersion: PLUGIN_API,
  options: DelusionsOptions,
  setup({ on }) {
    on('analyze', ({ templates, report }) => {
      for (const template of templates) {
        for (const finding of templateFindings(template)) report(finding);
      }
    });
  },
});
