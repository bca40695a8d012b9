import type { CheckInput, KnownText } from 'packer-hybrid';
import type { AzureSource } from './source.ts';

/** Whether a build knows where it happens: a region or an existing resource group, one of the two. */
export function checkPlace({ location, resourceGroup }: AzureSource): readonly CheckInput[] {
  if (location.state === 'unknown' || resourceGroup.state === 'unknown') return [];
  const isBoth = location.state === 'text' && resourceGroup.state === 'text';
  const isNone = location.state === 'missing' && resourceGroup.state === 'missing';
  if (!isBoth && !isNone) return [];
  return [
    {
      id: 'azure/place',
      ok: false,
      message: isBoth
        ? '`location` and `build_resource_group_name` are both set.'
        : 'Neither `location` nor `build_resource_group_name` is set.',
      remedy: 'Set `location` to build in a temporary resource group, or name an existing one.',
    },
  ];
}

/** Whether ids have the form of an id, so that a name in their place is noticed. */
export function checkIds({ subscriptionId, clientId }: AzureSource): readonly CheckInput[] {
  const ids = { subscription_id: subscriptionId, client_id: clientId };
  return Object.entries(ids)
    .filter(([, value]) => isNoUuid(value))
    .map(([name]) => ({
      id: 'azure/ids',
      ok: false,
      severity: 'high',
      message: `\`${name}\` is not an id of the form xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx.`,
      remedy: 'Take it from `az account show` or the portal; names do not work here.',
    }));
}

function isNoUuid(value: KnownText): boolean {
  return value.state === 'text' && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value.text);
}
