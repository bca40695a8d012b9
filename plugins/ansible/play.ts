import {
  type AttributeReading,
  type Component,
  localPaths,
  readAttribute,
  type Target,
  type Template,
  targetComponents,
} from 'packer-hybrid';
import { provisioner } from './provisioner.ts';

/** One ansible provisioner as it runs on one target. */
export interface Play {
  readonly target: Target;
  readonly template: Template;
  readonly component: Component;
}

export function playsOf(template: Template, target: Target): readonly Play[] {
  const types: readonly string[] = provisioner.types;
  return targetComponents(template, target)
    .filter(({ type }) => types.includes(type))
    .map((component) => ({ target, template, component }));
}

export function readPlay({ template, component }: Play, name: string): AttributeReading {
  return readAttribute(template, component.body, name);
}

/** The texts of a list attribute; undefined where some of them are not known or must not be shown. */
export function listOf(play: Play, name: string): readonly string[] | undefined {
  const reading = readPlay(play, name);
  if (reading.state === 'unset') return [];
  if (reading.state !== 'set' || !Array.isArray(reading.value)) return undefined;
  return reading.value.map(String);
}

/** Playbooks as the template names them. */
export function playbooksOf(play: Play): readonly string[] {
  return ['playbook_file', 'playbook_files'].flatMap((name) => {
    const reading = readPlay(play, name);
    return reading.state === 'set' ? localPaths(reading.value) : [];
  });
}

/** The program that Packer starts here, or undefined where it starts one in the guest or nobody knows. */
export function commandOf(play: Play): string | undefined {
  if (play.component.type !== 'ansible') return undefined;
  const reading = readPlay(play, 'command');
  if (reading.state === 'unset') return 'ansible-playbook';
  return reading.state === 'set' ? String(reading.value) : undefined;
}
