import type { Body, Json } from 'packer-hybrid/rules';

/** Every text among the known settings of a body, nested blocks included; nothing that is secret. */
export function settingTexts({ attributes, blocks }: Body): readonly string[] {
  return [
    ...attributes.flatMap(({ value }) => (value.state === 'known' ? textsIn(value.value) : [])),
    ...blocks.flatMap(({ body }) => settingTexts(body)),
  ];
}

function textsIn(value: Json): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap((inner: Json) => textsIn(inner));
}
