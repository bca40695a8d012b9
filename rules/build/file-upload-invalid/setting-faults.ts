import { attributeOf, type Component, startOf } from 'packer-hybrid/rules';
import type { Problem } from '../_shared/problem.ts';
import { isSet, isUnset, shownValue, textOf, textsOf } from '../_shared/settings.ts';

type Fault = 'nothing-to-copy' | 'source-and-content' | 'destination-missing' | 'direction-unknown';

const given = ['source', 'sources', 'content'];

/** What is missing from a file provisioner, and what it has too much. */
export function settingFaults(component: Component): readonly Problem<Fault>[] {
  const { body } = component;
  const at = startOf(component);
  const [source] = given.filter((name) => name !== 'content' && isSet(body, name));
  const content = attributeOf(body, 'content');
  const direction = shownValue(body, 'direction');
  const isDirection = typeof direction !== 'string' || /^(?:upload|download|)$/.test(direction);
  const found: Problem<Fault>[] = [];
  if (given.every((name) => isUnset(body, name))) found.push({ id: 'nothing-to-copy', at });
  if (source !== undefined && content && isSet(body, 'content'))
    found.push({ id: 'source-and-content', at: content, data: { source } });
  if (isUnset(body, 'destination')) found.push({ id: 'destination-missing', at });
  if (!isDirection)
    found.push({ id: 'direction-unknown', at: attributeOf(body, 'direction') ?? at, data: { direction } });
  return found;
}

/** Several files that go to a destination which is no folder. */
export function ontoOne(
  { body }: Component,
  isFile: (path: string) => boolean,
): readonly Problem<'files-onto-one'>[] {
  const destination = textOf(body, 'destination');
  const count = (textsOf(body, 'sources') ?? []).filter(isFile).length;
  const at = attributeOf(body, 'destination');
  if (!at || destination === undefined || /[/\\]$/.test(destination) || count < 2) return [];
  if (textOf(body, 'direction') === 'download') return [];
  return [{ id: 'files-onto-one', at, data: { destination, count } }];
}
