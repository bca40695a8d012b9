import { definePlugin } from 'packer-hybrid';
import { recoveryActions } from './actions/all.ts';
import { diagnoseBuild } from './diagnose-build.ts';
import { registerEscalation } from './escalation/register-escalation.ts';
import { RecoveryOptions } from './options.ts';
import { planRecovery } from './plan-recovery.ts';

/** Says why a build failed, going by its log, and what is done about it where that is safe and has a fair chance. */
export const recovery = definePlugin({
  name: 'recovery',
  apiVersion: 1,
  options: RecoveryOptions,
  contributes: { recoveryActions },
  setup(api) {
    api.on('diagnose', diagnoseBuild);
    // Late, so that a plugin which knows better is asked first.
    api.on('recover', planRecovery, { order: 'late' });
    registerEscalation(api);
  },
});
