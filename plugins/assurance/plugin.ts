import { definePlugin, PLUGIN_API } from 'packer-hybrid';
import { AssuranceOptions } from './options.ts';
import { validate } from './validate.ts';

/** Looks at finished images before they are published: unchanged files, a boot, and checks inside the guest. */
export const assurance = definePlugin({
  name: 'assurance',
  apiVersion: PLUGIN_API,
  options: AssuranceOptions,
  setup(api) {
    api.on('validate', (context) => {
      const booter = api.find(`guests/${context.target.platform}`);
      return validate(context, { options: api.options, booter });
    });
  },
});
