import { attributeOf, type Body, type RecoverContext, sourceBody } from 'packer-hybrid';
import { earlierFixes } from '../plan/earlier.ts';
import { builtInAction, type Proposal } from './built-in-action.ts';
import { setAttribute } from './edit/set-attribute.ts';

const id = 'switch-size';

/** Attributes that say how large a machine is or where it runs; nothing else is switched, whatever is approved. */
const sizesAndPlaces: readonly string[] = [
  ...['vm_size', 'instance_type', 'machine_type', 'server_type', 'shape', 'flavor', 'size', 'plan'],
  ...['location', 'region', 'zone', 'availability_zone', 'availability_domain'],
];

/** Takes the next approved size, zone or place when the platform has no room for the one in use; never any other. */
export const switchSize = builtInAction({
  id,
  corrects: true,
  propose(context) {
    if (context.diagnosis?.action !== id) return undefined;
    const { template, target } = context;
    const body = sourceBody(template, { ...target.source, build: target.build });
    const candidates = candidatesOf(context, body);
    if (candidates.length === 0) {
      return { refusal: 'No other values are approved for it in recovery.approved.' };
    }
    return firstUntried(context, body, candidates);
  },
});

/** Attributes that the source sets and that have approved values: that of the diagnosis before all others. */
function candidatesOf({ diagnosis, settings }: RecoverContext, body: Body): readonly string[] {
  const { approved } = settings.recovery;
  const named = sizesAndPlaces.filter((name) => name === diagnosis?.change?.attribute);
  const names = [...new Set([...named, ...sizesAndPlaces])];
  return names.filter((name) => (approved[name]?.length ?? 0) > 0 && attributeOf(body, name));
}

function firstUntried(context: RecoverContext, body: Body, names: readonly string[]): Proposal {
  const { template, settings } = context;
  const tried = earlierFixes(context, id).flatMap(({ edits }) => edits);
  for (const name of names) {
    const value = attributeOf(body, name)?.value;
    // A list or a number cannot become one of the approved texts.
    if (value && value.state !== 'unknown' && typeof value.value !== 'string') continue;
    const now = value?.state === 'known' ? value.value : undefined;
    const seen = tried.flatMap(({ attribute, from, to }) => (attribute === name ? [from, to] : []));
    for (const next of settings.recovery.approved[name] ?? []) {
      if (next === now || seen.includes(`"${next}"`)) continue;
      const edit = setAttribute(template, body, { name, value: next });
      if (!edit) continue;
      return { step: { action: id, title: `Set ${name} to the approved "${next}".`, edits: [edit] } };
    }
  }
  return { refusal: `Every approved value of ${names.join(' and ')} was tried.` };
}
