import {
  type Build,
  type Command,
  type ComponentView,
  commandsIn,
  defineRule,
  fileOf,
  type Template,
} from 'packer-hybrid/rules';
import { isGuestShell } from '../_shared/on-guest.ts';
import { opensDialogs, questionOf } from './questions.ts';

interface Call {
  readonly command: Command;
  readonly view: ComponentView;
}

export default defineRule({
  id: 'build/interactive-package-command',
  meta: {
    summary: 'A package manager asks a question that nobody answers.',
    severity: 'medium',
    impact: 'build-fails',
    recovery: 'trivial',
    confidence: 0.85,
    remedy:
      'Give the option that answers yes, and set DEBIAN_FRONTEND=noninteractive where Debian packages are installed.',
    example:
      'environment_vars = ["DEBIAN_FRONTEND=noninteractive"]\ninline           = ["apt-get update", "apt-get install -y nginx"]',
    recommended: true,
  },
  messages: {
    asks: '"{action}" asks before it goes on, and nobody is there to answer: it needs "{option}".',
    dialog:
      'Packages that "{action}" installs may open a dialog, because DEBIAN_FRONTEND=noninteractive is not set in this step.',
  },
  subs: { 'debconf-dialog': 'Debian packages are installed without DEBIAN_FRONTEND=noninteractive.' },
  create({ template, report }) {
    const calls: Call[] = [];
    const texts = new Map<Build, string>();
    const quiet = new Set<ComponentView>();

    return {
      script(script) {
        if (!isGuestShell(script) || !('component' in script.owner)) return;
        const view = script.owner;
        const text = script.lines.map((line) => line.text).join('\n');
        texts.set(view.build, `${texts.get(view.build) ?? ''}\n${text}`);
        if (text.includes('DEBIAN_FRONTEND')) quiet.add(view);
        for (const command of commandsIn(script)) calls.push({ command, view });
      },
      end() {
        const told = new Set<ComponentView>();
        for (const { command, view } of calls) {
          const text = texts.get(view.build) ?? '';
          const question = questionOf(command);
          if (question && !/Assume-Yes|assumeyes\s*=/.test(text)) {
            report({ at: command.range, message: 'asks', data: { ...question } });
          }
          if (question || told.has(view) || !opensDialogs(command) || quiet.has(view)) continue;
          if (isQuiet(template, view, text)) continue;
          told.add(view);
          const data = { action: command.words.slice(0, 2).join(' ') };
          report({ at: command.range, message: 'dialog', sub: 'debconf-dialog', severity: 'low', data });
        }
      },
    };
  },
});

/** Whether variables of the step, its command, or an earlier step keep dialogs away, or may do so unseen. */
function isQuiet(template: Template, { component: { body } }: ComponentView, text: string): boolean {
  if (/debconf\/frontend|DEBIAN_FRONTEND.*\/etc\/environment/.test(text)) return true;
  return body.attributes
    .filter(({ name }) => /^(?:environment_vars|env|execute_command)$/.test(name))
    .some(({ value, range }) => {
      const written = fileOf(template, range)?.text.slice(range.start.offset, range.end.offset) ?? '';
      return (
        value.state === 'unknown' || `${written}${JSON.stringify(value.value)}`.includes('DEBIAN_FRONTEND')
      );
    });
}
