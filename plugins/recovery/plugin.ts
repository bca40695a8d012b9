import { definePlugin } from 'packer-hybrid';
import { recoveryActions } from './actions/all.ts';
import { registerEscalation } from './escalation/register-escalation.ts';
import { RecoveryOptions } from './options.ts';

/** Says why a build failed, going by its log, and what is done about it where that is safe and has a fair chance. */
export const recovery = definePlugin({
  name: 'recovery',
  apiVersion: 1,
  options: RecoveryOptions,
  contributes: { recoveryActions },
  setup(api) {
    // Most builds go well: what only a failure needs is loaded when there is one.
    api.on('diagnose', async (context) => (await import('./diagnose-build.ts')).diagnoseBuild(context));
    // Late, so that a plugin which knows better is asked first.
    api.on('recover', async (context) => (await import('./plan-recovery.ts')).planRecovery(context), {
      order: 'late',
    });
    registerEscalation(api);
  },
});
