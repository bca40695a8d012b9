import { type Body, type Component, type Script, settingOf } from 'packer-hybrid/rules';
import { generalizes, type System } from './generalizes.ts';

/** Provisioners of which all is known: what they run, or that they run nothing. */
const known = new Set([
  'shell',
  'powershell',
  'windows-shell',
  'shell-local',
  'file',
  'breakpoint',
  'sleep',
  'windows-restart',
  'windows-update',
  'comment',
]);

export interface Work {
  readonly steps: readonly Component[];
  readonly scripts: readonly Script[];
  readonly body: Body;
  readonly system: System;
}

/** Whether something that cannot be read may generalize the image: a role, a script elsewhere, an answer file. */
export function mayDoMore({ steps, scripts, body, system }: Work): boolean {
  if (steps.some(({ type }) => !known.has(type))) return true;
  if (steps.some((step) => hasUnreadScript(step, scripts))) return true;
  const named = [body, ...steps.map((step) => step.body)].flatMap(({ attributes }) => attributes);
  return named.some(
    ({ text, value }) =>
      generalizes(text, system) ||
      (value.state === 'known' && generalizes(JSON.stringify(value.value), system)),
  );
}

function hasUnreadScript(step: Component, scripts: readonly Script[]): boolean {
  const own = scripts.filter(({ owner }) => 'component' in owner && owner.component === step);
  const readFiles = own.filter(({ origin }) => origin === 'file').length;
  const single = settingOf(step.body, 'script');
  const several = settingOf(step.body, 'scripts');
  const inline = settingOf(step.body, 'inline');
  if ([single, several, inline].some(({ presence }) => presence === 'unknown')) return true;
  const listed = Array.isArray(several.value) ? several.value.length : 0;
  const wanted = (single.presence === 'set' ? 1 : 0) + listed;
  // What calls a script on the guest does what that script does.
  const callsMore = own.some(({ lines }) =>
    lines.some(({ text }) => /\$\{(var|local)\.|\.(ps1|cmd|bat)\b/i.test(text)),
  );
  return readFiles < wanted || callsMore;
}
