import { attributeOf, type Command, commandsIn, defineRule } from 'packer-hybrid/rules';
import { isGuestShell } from '../_shared/on-guest.ts';
import { ordinaryUser, rootOwned } from '../_shared/users.ts';
import { writtenTexts } from '../_shared/written-texts.ts';

export default defineRule({
  id: 'build/sudo-redirection',
  meta: {
    summary: 'The output of a sudo command is redirected by the shell of an ordinary user.',
    severity: 'medium',
    impact: 'build-fails',
    recovery: 'trivial',
    confidence: 0.88,
    remedy: 'Pipe the output into "sudo tee", or run the whole line with "sudo sh -c".',
    example: `inline = ["echo 'vm.swappiness=10' | sudo tee /etc/sysctl.d/99.conf > /dev/null"]`,
    recommended: true,
  },
  messages: {
    redirected:
      'sudo does not reach the redirection to "{target}": the shell of "{user}" opens the file and is refused.',
  },
  create: ({ template, report }) => ({
    script(script) {
      if (!isGuestShell(script) || !('component' in script.owner)) return;
      const { component, build, sources } = script.owner;
      const execute = attributeOf(component.body, 'execute_command');
      const ways = execute ? writtenTexts(template, execute.expression) : [];
      // The whole script may run with other rights.
      if (execute && (ways.length === 0 || ways.some(({ text }) => /\b(?:sudo|su|doas|runas)\b/.test(text))))
        return;
      const user = ordinaryUser(template, build, sources);
      if (user === undefined) return;
      for (const command of commandsIn(script)) {
        const target = rootTarget(command);
        if (target !== undefined)
          report({ at: command.range, message: 'redirected', data: { target, user } });
      }
    },
  }),
});

/** The file that only root may write; a command inside `sudo sh -c` has no sudo of its own. */
function rootTarget({ name, prefixes, redirections }: Command): string | undefined {
  if (name !== 'sudo' && prefixes[0]?.[0] !== 'sudo') return undefined;
  const written = redirections.filter(({ operator }) => /^(?:>|>>|>\||&>|&>>)$/.test(operator));
  return written.map(({ target }) => target).find((target) => rootOwned.test(target));
}
