import type { Component, TargetView, Template } from 'packer-hybrid/rules';
import { appliesTo } from '../_shared/applies-to.ts';

/** The last provisioner that runs for a source: it may power the guest off itself. */
export function lastStep(template: Template, target: TargetView): Component | undefined {
  return target.build?.provisioners.findLast((component) => appliesTo(template, component, target));
}
