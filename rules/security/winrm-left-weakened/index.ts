import { type Build, defineRule } from 'packer-hybrid/rules';
import { answerFiles } from '../_shared/answer-files.ts';
import { buildCommands, hasUnreadSteps } from '../_shared/build-commands.ts';
import { withSeverity } from '../_shared/secret-value.ts';
import { isReset, mentionsWinrm, weakSettings, weakSettingsIn } from './winrm-settings.ts';

export default defineRule({
  id: 'security/winrm-left-weakened',
  meta: {
    summary: 'WinRM keeps the weak settings that the build needed.',
    severity: 'medium',
    impact: 'insecure-image',
    recovery: 'moderate',
    confidence: 0.78,
    remedy:
      'Set Basic and AllowUnencrypted to false and delete the HTTP listener in a last provisioner, or disable the WinRM service.',
    example:
      'inline = ["winrm set winrm/config/service @{AllowUnencrypted=\\"false\\"}", "winrm set winrm/config/service/auth @{Basic=\\"false\\"}"]',
    recommended: true,
  },
  messages: {
    left: 'WinRM stays open with {setting} in every machine made from this image: no later step of the build takes it back.',
  },
  create({ template, report, readFile }) {
    const commands = buildCommands(({ text }) => mentionsWinrm(text));
    const answered: (() => void)[] = [];
    return {
      script: commands.script,
      target(target) {
        if (!target.build) return;
        const { build } = target;
        for (const { text, at } of answerFiles({ template, readFile }, target)) {
          for (const { setting, start, end } of weakSettingsIn(text)) {
            answered.push(() =>
              reportUnless(build, setting, () =>
                report({ at: at(start, end), message: 'left', data: { setting }, ...unsure(build) }),
              ),
            );
          }
        }
      },
      end() {
        for (const found of commands.all()) {
          for (const setting of weakSettings(found.command.text)) {
            if (commands.after(found).some(({ command }) => isReset(setting, command))) continue;
            report({
              at: found.command.range,
              message: 'left',
              data: { setting },
              ...unsure(found.build, found.order),
            });
          }
        }
        for (const check of answered) check();
      },
    };

    function reportUnless(build: Build, setting: string, tell: () => void): void {
      const isTakenBack = commands.of(build).some((one) => isReset(setting, one.command));
      if (!isTakenBack) tell();
    }
  },
});

function unsure(build: Build | undefined, order = -1) {
  return withSeverity(hasUnreadSteps(build, order) ? 'low' : undefined);
}
