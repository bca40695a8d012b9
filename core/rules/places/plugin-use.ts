import { type ComponentKind, pluginOf, type Template } from '../../language/index.ts';
import type { Placed } from '../rule.ts';

/** A component that a template uses, whatever plugin it comes from. */
export interface UsedComponent extends Placed {
  readonly kind: ComponentKind;
  readonly type: string;
}

/** Every source, data source, provisioner and post-processor of a template, in this order. */
export function usedComponents({ sources, dataSources, builds }: Template): readonly UsedComponent[] {
  return [
    ...sources.map(({ type, range }) => ({ kind: 'builder' as const, type, range })),
    ...dataSources.map(({ type, range }) => ({ kind: 'datasource' as const, type, range })),
    ...builds.flatMap(({ provisioners }) =>
      provisioners.map(({ type, range }) => ({ kind: 'provisioner' as const, type, range })),
    ),
    ...builds.flatMap(({ postProcessors }) =>
      postProcessors.map(({ type, range }) => ({ kind: 'post-processor' as const, type, range })),
    ),
  ];
}

/** Whether a component belongs to a plugin that is required under this name: Packer puts the name before the rest. */
export function hasPrefix(type: string, localName: string): boolean {
  return type === localName || type.startsWith(`${localName}-`);
}

/** The local name of `required_plugins` under which Packer finds a component; undefined when none fits. */
export function requiredFor({ requirements }: Template, { kind, type }: UsedComponent): string | undefined {
  const names = requirements.plugins.map(({ name }) => name).filter((name) => hasPrefix(type, name));
  const known = pluginOf(kind, type)?.name;
  return names.find((name) => name === known) ?? names.toSorted((a, b) => b.length - a.length)[0];
}
