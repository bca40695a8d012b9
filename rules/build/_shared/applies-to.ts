import { type Component, componentApplies, type TargetView, type Template } from 'packer-hybrid/rules';

/** Whether a component runs for a source as one build uses it; the older form of templates names builds without type. */
export function appliesTo(template: Template, component: Component, target: TargetView): boolean {
  const alias = target.use?.alias ?? target.name;
  const isLegacy = template.files.some(({ syntax }) => syntax === 'legacy-json');
  return componentApplies(component, isLegacy ? alias : `${target.type}.${alias}`);
}
