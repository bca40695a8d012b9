import { type Component, fileOf, type Script, type Template } from 'packer-hybrid/rules';

/** A script of a step that Packer runs in the machine under construction with the `shell` provisioner. */
export function isGuestShell(script: Script): boolean {
  if (!('component' in script.owner) || script.shell !== 'sh' || script.origin === 'command') return false;
  return script.owner.component.type === 'shell';
}

/** What runs on the host, or only waits. */
const local: ReadonlySet<string> = new Set(['shell-local', 'breakpoint', 'sleep']);

/** Whether a step needs the machine under construction. */
export function touchesGuest({ type }: Component): boolean {
  return !local.has(type);
}

/** Whether it is no step of the build but what runs after one has failed. */
export function runsAfterFailure(template: Template, { range }: Component): boolean {
  const text = fileOf(template, range)?.text ?? '';
  return text.startsWith('error-cleanup-provisioner', range.start.offset);
}
