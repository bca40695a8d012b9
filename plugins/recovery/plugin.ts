import { definePlugin } from 'packer-hybrid';
import { diagnoseBuild } from './diagnose-build.ts';
import { RecoveryOptions } from './options.ts';
import { planRecovery } from './plan-recovery.ts';

/** Says why a build failed, going by its log, and tries it once more where that has a fair chance. */
export const recovery = definePlugin({
  name: 'recovery',
  apiVersion: 1,
  options: RecoveryOptions,
  setup(api) {
    api.on('diagnose', diagnoseBuild);
    // Late, so that a plugin which knows better is asked first.
    api.on('recover', (context) => planRecovery(context, api.options), { order: 'late' });
  },
});
