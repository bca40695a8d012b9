import type { ComponentView, Labelled, Script } from 'packer-hybrid/rules';

/** Words that only make sense on one platform: such a step is different on purpose. */
const platform =
  /vm-?tools|vmware|guest-?agent|guest-?tools|walinuxagent|waagent|azure|virtio|sysprep|hyper-?v|\bhv-|cloud-init|datasource|proxmox|qemu|kvm|virtualbox|vbox|parallels|xen|vsphere|esxi?\b|nutanix|ahv|amazon|aws|\bec2|ssm|google|gcp|gce|openstack|docker|vagrant|utm|hcloud|digitalocean|deprovision/i;

/** What a step says of itself: names, paths and commands. */
export function textOfStep({ component }: ComponentView, scripts: readonly Script[]): string {
  const settings = component.body.attributes
    .filter(({ name }) => !/^(?:only|except|override)$/.test(name))
    .map(({ text }) => text);
  const lines = scripts
    .filter(({ origin }) => origin === 'inline')
    .flatMap(({ lines: own }) => own.map(({ text }) => text));
  return [component.type, component.name ?? '', ...settings, ...lines].join('\n');
}

export function isForPlatform(text: string): boolean {
  return platform.test(text);
}

/** What to call a step: its script or playbook, or its type. */
export function labelOf({ component: { type, name, body } }: ComponentView): string {
  if (name !== undefined) return name;
  const path = body.attributes.find((one) => /^(?:script|scripts|playbook_file|source)$/.test(one.name));
  return path ? `${type} ${path.text.replaceAll(/\s+/g, ' ').slice(0, 60)}` : type;
}

/** Sources that are one image on several platforms: the same name, different builders. */
export function images(sources: readonly Labelled[]): readonly (readonly Labelled[])[] {
  const byName = new Map<string, Labelled[]>();
  for (const source of sources) byName.set(source.name, [...(byName.get(source.name) ?? []), source]);
  return [...byName.values()].filter((group) => new Set(group.map(({ type }) => type)).size > 1);
}
