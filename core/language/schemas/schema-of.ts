import { indexedComponent } from './components-index.ts';
import { readData } from './read-data.ts';
import type { AttributeSchema, BodySchema, ComponentKind, ComponentSchema } from './schema.ts';

type PluginFile = Pick<ComponentSchema, 'plugin' | 'source' | 'aliases' | 'version' | 'verified'> & {
  readonly components: Readonly<
    Partial<Record<ComponentKind, Readonly<Record<string, Omit<ComponentSchema, keyof Plugin>>>>>
  >;
};
type Plugin = Pick<
  ComponentSchema,
  'kind' | 'type' | 'plugin' | 'source' | 'aliases' | 'version' | 'verified'
>;

const cache = new Map<string, ComponentSchema | undefined>();

/** What a component accepts; undefined when its plugin is not known. */
export function schemaOf(kind: ComponentKind, type: string): ComponentSchema | undefined {
  const key = `${kind}/${type}`;
  if (!cache.has(key)) cache.set(key, load(kind, type));
  return cache.get(key);
}

function load(kind: ComponentKind, type: string): ComponentSchema | undefined {
  const entry = indexedComponent(kind, type);
  if (entry?.schema === undefined) return undefined;
  const { components, ...plugin } = readData<PluginFile>(entry.schema);
  const found = components[kind]?.[entry.renamedTo ?? type];
  return found && { ...found, ...plugin, kind, type };
}

/** The attribute at a path such as `['disks', 'size']`: blocks first, the attribute last. */
export function attributeSchema(schema: BodySchema, path: readonly string[]): AttributeSchema | undefined {
  const [first, ...rest] = path;
  if (first === undefined) return undefined;
  if (rest.length === 0) return own(schema.attributes, first);
  const block = own(schema.blocks, first);
  return block && attributeSchema(block, rest);
}

/** What stands in the nested block at a path; the schema itself for an empty path. */
export function bodySchema(schema: BodySchema, path: readonly string[]): BodySchema | undefined {
  const [first, ...rest] = path;
  if (first === undefined) return schema;
  const block = own(schema.blocks, first);
  return block && bodySchema(block, rest);
}

function own<Item>(record: Readonly<Record<string, Item>>, name: string): Item | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
