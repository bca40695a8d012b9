import { type Build, type Component, componentApplies, type TargetView } from 'packer-hybrid/rules';

/** The last provisioner that runs for a source: it may power the guest off itself. */
export function lastStep(build: Build | undefined, { type, name, use }: TargetView): Component | undefined {
  const alias = use?.alias ?? name;
  return build?.provisioners.findLast((component) => componentApplies(component, `${type}.${alias}`));
}
