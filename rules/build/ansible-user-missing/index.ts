import {
  attributeOf,
  type Body,
  type ComponentView,
  defineRule,
  startOf,
  type TextEdit,
} from 'packer-hybrid/rules';
import { insertAfter } from '../_shared/insert-attribute.ts';
import { writtenIn } from '../_shared/linux-guest.ts';
import { flagOf, isSet, isUnset, textOf, textsOf } from '../_shared/settings.ts';
import { bodyIn } from '../_shared/users.ts';

export default defineRule({
  id: 'build/ansible-user-missing',
  meta: {
    summary: 'Ansible is not told which account of the machine it works with.',
    severity: 'medium',
    impact: 'unreliable-build',
    recovery: 'trivial',
    confidence: 0.75,
    remedy: 'Set user = build.User; for WinRM set use_proxy = false and the connection variables as well.',
    example: 'provisioner "ansible" {\n  playbook_file = "site.yml"\n  user          = build.User\n}',
    recommended: true,
    fixable: 'suggested',
  },
  messages: {
    user: 'Without "user", ansible_user is the account that Packer runs under on this computer, not "{login}" of the machine.',
    winrm:
      'The machine is reached over WinRM, and the SSH proxy of the provisioner cannot run modules for Windows: it needs use_proxy = false and a connection variable.',
  },
  subs: { winrm: 'WinRM through the SSH proxy.' },
  create({ template, report, readFile }) {
    /** Whatever may name the account or the connection elsewhere; undefined when a file cannot be read. */
    function elsewhere({ component: { body } }: ComponentView): string | undefined {
      const names = ['playbook_file', 'inventory_file'].filter((name) => !isUnset(body, name));
      const paths = names.flatMap((name) => textsOf(body, name) ?? ['']);
      const files = paths.map((path) => readFile(path)?.text);
      if (
        !isUnset(body, 'inventory_directory') ||
        (names.includes('inventory_file') && files.includes(undefined))
      )
        return undefined;
      return [writtenIn(template, body), ...files].join('\n');
    }

    return {
      provisioner(view) {
        const { component, build, sources } = view;
        const { type, body } = component;
        if (type !== 'ansible') return;
        const text = elsewhere(view);
        if (text === undefined) return;
        const bodies = sources.map((source) => bodyIn(template, build, source));
        const at = startOf(component);
        const isWinrm = bodies.some((one) => textOf(one, 'communicator') === 'winrm');
        if (isWinrm && isProxied(body) && !/ansible_connection|ansible_shell_type/.test(text))
          report({ at, message: 'winrm', sub: 'winrm' });
        const named = bodies.find((one) => isSet(one, 'ssh_username') || isSet(one, 'winrm_username'));
        const isTold = /ansible_user|remote_user|["'\s](?:-u|--user)\b/.test(text) || !isUnset(body, 'user');
        if (!named || isTold || sources.every((source) => source.type.startsWith('docker'))) return;
        const login = textOf(named, 'ssh_username') ?? textOf(named, 'winrm_username') ?? 'the login account';
        report({ at, message: 'user', data: { login }, fix: withUser(view) });
      },
    };
  },
});

/** The account that Packer itself uses; a block on one line has no room for it. */
function withUser({ component: { body, range } }: ComponentView): readonly TextEdit[] {
  const playbook = attributeOf(body, 'playbook_file');
  if (!playbook || range.start.line === range.end.line) return [];
  return insertAfter(playbook, 'user = build.User');
}

/** The proxy is used unless it is switched off, or may be. */
function isProxied(body: Body): boolean {
  return !attributeOf(body, 'use_proxy') || flagOf(body, 'use_proxy') === true;
}
