import type { Body } from 'packer-hybrid/rules';
import type { Problem } from '../_shared/problem.ts';
import { isSet } from '../_shared/settings.ts';
import type { Argument } from './arguments.ts';

const attributes: Readonly<Record<string, string>> = {
  '-m': 'memory',
  '-smp': 'cpus',
  '-machine': 'machine_type',
  '-display': 'headless',
  '-vnc': 'vnc_bind_address',
};

/** Two places that say the same thing: sooner or later they say different things. */
export function doubled(body: Body, options: readonly Argument[]): readonly Problem<'doubled'>[] {
  return options.flatMap(({ name, at }) => {
    const attribute = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
    if (attribute === undefined || !isSet(body, attribute)) return [];
    return [{ id: 'doubled', at, data: { option: name, attribute }, severity: 'medium' }];
  });
}
