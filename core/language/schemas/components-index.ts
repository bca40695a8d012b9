import { readData } from './read-data.ts';
import type { ComponentKind } from './schema.ts';

/** Where a component comes from. */
export interface IndexedComponent {
  /** Undefined for what is built into Packer. */
  readonly plugin?: string;
  /** The data file with its attributes, when they are known. */
  readonly schema?: string;
  readonly builtin?: boolean;
  /** The version of Packer that brought a built-in component. */
  readonly since?: string;
  readonly renamedTo?: string;
  /** The first version of Packer without it: from then on it must be named in `required_plugins`. */
  readonly unbundledIn?: string;
}

/** A plugin that is known by name. */
export interface KnownPlugin {
  readonly name: string;
  readonly source: string;
  /** Former or second addresses. */
  readonly aliases: readonly string[];
  /** Empty where the plugin has no releases that are known. */
  readonly version: string;
  readonly verified: boolean;
}

interface Index {
  readonly plugins: Readonly<Record<string, Omit<KnownPlugin, 'name'>>>;
  readonly components: Readonly<Record<ComponentKind, Readonly<Record<string, IndexedComponent>>>>;
}

const index = (): Index => readData<Index>('components-index');

/** The types of all known components of a kind. */
export function componentNames(kind: ComponentKind): readonly string[] {
  return Object.keys(index().components[kind]);
}

export function indexedComponent(kind: ComponentKind, type: string): IndexedComponent | undefined {
  const group = index().components[kind];
  return Object.hasOwn(group, type) ? group[type] : undefined;
}

/** Whether Packer has it without any plugin. */
export function isBuiltIn(kind: ComponentKind, type: string): boolean {
  return indexedComponent(kind, type)?.builtin === true;
}

/** The plugin that brings a component; undefined for what is built in or not known. */
export function pluginOf(kind: ComponentKind, type: string): KnownPlugin | undefined {
  const name = indexedComponent(kind, type)?.plugin;
  return name === undefined ? undefined : knownPlugin(name);
}

export function knownPlugin(name: string): KnownPlugin | undefined {
  const { plugins } = index();
  const found = Object.hasOwn(plugins, name) ? plugins[name] : undefined;
  return found && { name, ...found };
}

export function knownPlugins(): readonly KnownPlugin[] {
  return Object.entries(index().plugins).map(([name, plugin]) => ({ name, ...plugin }));
}
