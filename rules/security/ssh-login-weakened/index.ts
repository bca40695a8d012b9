import { attributeOf, type Build, defineRule } from 'packer-hybrid/rules';
import { answerFiles } from '../_shared/answer-files.ts';
import { buildCommands, hasUnreadSteps } from '../_shared/build-commands.ts';
import { withSeverity } from '../_shared/secret-value.ts';
import { isUnset, textOf } from '../_shared/settings.ts';
import { concernsLogins, isTakenBack, type WeakLogin, weakLogins, weakLoginsIn } from './weak-logins.ts';

export default defineRule({
  id: 'security/ssh-login-weakened',
  meta: {
    summary: 'The image lets root or the build user in more easily than it should.',
    severity: 'medium',
    impact: 'insecure-image',
    recovery: 'simple',
    confidence: 0.72,
    remedy:
      'Restore the settings of sshd, and delete the sudoers file of the build user, in the last provisioner.',
    example:
      'inline = ["rm -f /etc/sudoers.d/packer", "sed -i \'s/^PermitRootLogin.*/PermitRootLogin prohibit-password/\' /etc/ssh/sshd_config"]',
    recommended: true,
  },
  messages: {
    left: 'The image keeps "{setting}": nothing later in the build takes it back.',
    root: 'The build logs in as root with a password, so the image lets everybody do that who knows it.',
  },
  create({ template, report, readFile }) {
    const commands = buildCommands(concernsLogins);
    const answered: { readonly build: Build; readonly login: WeakLogin; readonly tell: () => void }[] = [];
    return {
      script: commands.script,
      target(target) {
        const { body, build } = target;
        const username = attributeOf(body, 'ssh_username');
        const usesPassword = !isUnset(attributeOf(body, 'ssh_password'));
        if (username && usesPassword && textOf(body, 'ssh_username') === 'root') {
          report({ at: username.range, message: 'root', severity: 'low' });
        }
        if (!build) return;
        for (const { text, at } of answerFiles({ template, readFile }, target)) {
          for (const { login, start, end } of weakLoginsIn(text)) {
            const tell = () =>
              report({
                at: at(start, end),
                message: 'left',
                data: { setting: login.setting },
                ...weight(login, build),
              });
            answered.push({ build, login, tell });
          }
        }
      },
      end() {
        for (const found of commands.all()) {
          for (const login of weakLogins(found.command)) {
            if (commands.after(found).some(({ command }) => isTakenBack(login, command))) continue;
            const { setting } = login;
            report({
              at: found.command.range,
              message: 'left',
              data: { setting },
              ...weight(login, found.build, found.order),
            });
          }
        }
        for (const { build, login, tell } of answered) {
          if (!commands.of(build).some((one) => isTakenBack(login, one.command))) tell();
        }
      },
    };
  },
});

/** Vagrant needs its sudoers file, and what cannot be read may clean up. */
function weight(login: WeakLogin, build: Build | undefined, order = -1) {
  return withSeverity(login.isVagrant || hasUnreadSteps(build, order) ? 'low' : undefined);
}
