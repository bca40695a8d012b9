import {
  attributeOf,
  type ComponentView,
  defineRule,
  type Script,
  startOf,
  type TextEdit,
} from 'packer-hybrid/rules';
import { insertAfter } from '../_shared/insert-attribute.ts';
import { runsAfterFailure, touchesGuest } from '../_shared/on-guest.ts';
import { flagOf, isUnset } from '../_shared/settings.ts';
import { reboots } from './reboots.ts';

export default defineRule({
  id: 'build/reboot-without-expect-disconnect',
  meta: {
    summary: 'A step restarts the machine and does not expect that its connection breaks.',
    severity: 'high',
    impact: 'build-fails',
    recovery: 'trivial',
    confidence: 0.9,
    remedy: 'Set expect_disconnect = true in this step and pause_before in the next.',
    example: 'inline            = ["reboot"]\nexpect_disconnect = true',
    recommended: true,
    fixable: 'safe',
  },
  messages: {
    unexpected:
      '"{command}" breaks the connection, and without "expect_disconnect" Packer takes that for a failure.',
    windows:
      '"{command}" breaks the connection; the provisioner "windows-restart" waits for the machine instead.',
    next: 'The step before this one restarts the machine; without "pause_before" this one may still run on the machine that is shutting down.',
  },
  subs: { 'next-step-too-early': 'The step after a restart does not wait.' },
  create({ template, report }) {
    const views: ComponentView[] = [];
    const restarting = new Set<ComponentView>();

    function checkShell(script: Script, view: ComponentView): void {
      const found = reboots(script);
      if (found.length === 0) return;
      restarting.add(view);
      const { body } = view.component;
      if (flagOf(body, 'expect_disconnect') !== false) return;
      for (const { text, range } of found) {
        report({ at: range, message: 'unexpected', data: { command: text }, fix: expecting(view) });
      }
    }

    return {
      provisioner(view) {
        if (!runsAfterFailure(template, view.component)) views.push(view);
      },
      script(script) {
        const { owner } = script;
        if (!('component' in owner) || script.origin === 'command') return;
        if (owner.component.type === 'shell' && script.shell === 'sh') checkShell(script, owner);
        if (owner.component.type !== 'powershell') return;
        for (const { text, range } of reboots(script)) {
          report({ at: range, message: 'windows', data: { command: text }, severity: 'medium' });
        }
      },
      end() {
        for (const view of restarting) {
          const next = nextStep(views, view);
          if (!next || !waitsNothing(view, next)) continue;
          const at = startOf(next.component);
          report({ at, message: 'next', sub: 'next-step-too-early', severity: 'medium' });
        }
      },
    };
  },
});

function nextStep(views: readonly ComponentView[], view: ComponentView): ComponentView | undefined {
  return views.find(
    ({ build, index, component, sources }) =>
      build === view.build &&
      index > view.index &&
      (touchesGuest(component) || component.type !== 'breakpoint') &&
      sources.some((source) => view.sources.includes(source)),
  );
}

/** Only a step that itself needs the guest can come too early. */
function waitsNothing(view: ComponentView, { component }: ComponentView): boolean {
  const { type, body } = component;
  if (!touchesGuest(component) || type === 'windows-restart') return false;
  return isUnset(body, 'pause_before') && isUnset(view.component.body, 'pause_after');
}

/** The missing line; a block on one line has no room for it, and a written false was meant by somebody. */
function expecting({ component: { body, range } }: ComponentView): readonly TextEdit[] {
  const holder = attributeOf(body, 'inline') ?? attributeOf(body, 'script') ?? attributeOf(body, 'scripts');
  const isOneLine = range.start.line === range.end.line;
  if (!holder || isOneLine || attributeOf(body, 'expect_disconnect')) return [];
  return insertAfter(holder, 'expect_disconnect = true');
}
