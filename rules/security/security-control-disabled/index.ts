import { defineRule } from 'packer-hybrid/rules';
import { buildCommands, hasUnreadSteps } from '../_shared/build-commands.ts';
import { withSeverity } from '../_shared/secret-value.ts';
import { isRestored, loweredControls } from './controls.ts';

export default defineRule({
  id: 'security/security-control-disabled',
  meta: {
    summary: 'The build switches off a protection and never switches it on again.',
    severity: 'medium',
    impact: 'insecure-image',
    recovery: 'moderate',
    confidence: 0.75,
    remedy: 'Leave the protection on, or switch it on again in the last provisioner.',
    example:
      'inline = ["New-NetFirewallRule -DisplayName winrm -Direction Inbound -LocalPort 5986 -Protocol TCP -Action Allow"]',
    recommended: true,
  },
  messages: {
    lowered:
      '{control} is off in every machine made from this image: nothing later in the build switches it on again.',
  },
  create({ report }) {
    const commands = buildCommands();
    return {
      script: commands.script,
      end() {
        for (const found of commands.all()) {
          for (const control of loweredControls(found.command)) {
            if (commands.after(found).some(({ command }) => isRestored(control, command))) continue;
            const isUnsure = hasUnreadSteps(found.build, found.order);
            report({
              at: found.command.range,
              message: 'lowered',
              data: { control },
              ...withSeverity(isUnsure ? 'low' : undefined),
            });
          }
        }
      },
    };
  },
});
