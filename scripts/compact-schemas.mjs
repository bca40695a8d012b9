// Turns a folder of full component schemas (one JSON file per plugin, core.json, language.json, functions.json,
// components-index.json) into the compact form that core/language/schemas reads.
// Usage: node scripts/compact-schemas.mjs <folder with full schemas>
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [from] = process.argv.slice(2);
if (!from)
  throw new Error('Name the folder with the full schemas: node scripts/compact-schemas.mjs <folder>');
const into = join(dirname(fileURLToPath(import.meta.url)), '..', 'core', 'language', 'schemas', 'data');

/** Full name → compact name; what is not listed here is dropped. */
const attributeKeys = {
  type: 'type',
  required: 'required',
  deprecated: 'deprecated',
  enum: 'enum',
  enum_enforced: 'enumEnforced',
  enum_case_insensitive: 'enumCaseInsensitive',
  default: 'default',
  sensitive: 'sensitive',
  internal: 'internal',
  env: 'env',
  format: 'format',
  item_format: 'itemFormat',
  item_pattern: 'itemPattern',
  min: 'min',
  max: 'max',
  min_length: 'minLength',
  max_length: 'maxLength',
  max_items: 'maxItems',
  pattern: 'pattern',
  since: 'since',
  deprecated_since: 'deprecatedSince',
  required_since: 'requiredSince',
};

function compactAttribute(attribute) {
  const result = {};
  for (const [full, name] of Object.entries(attributeKeys)) {
    const value = attribute[full];
    if (value === undefined || value === null || (value === false && full !== 'default')) continue;
    result[name] = value;
  }
  if (attribute.attributes) result.attributes = compactAttributes(attribute.attributes);
  return result;
}

/** Packer sets these in every component; core/language/schemas knows them by name. */
const isSetByPacker = (name, { internal }) => internal === true && name.startsWith('packer_');

function compactAttributes(attributes = {}) {
  return Object.fromEntries(
    Object.entries(attributes)
      .filter(([name, attribute]) => name !== '_' && !isSetByPacker(name, attribute))
      .map(([name, attribute]) => [name, compactAttribute(attribute)]),
  );
}

function compactBlock(block) {
  return {
    attributes: compactAttributes(block.attributes),
    blocks: mapValues(block.blocks ?? {}, compactBlock),
    ...kept(block, ['list', 'max', 'required', 'deprecated', 'since', 'labels', 'component']),
    ...(block.any_attributes && { anyAttributes: compactAnyAttributes(block.any_attributes) }),
    ...(block.constraints?.length && { constraints: block.constraints.map(compactConstraint) }),
    ...(block.unknown_attributes === 'ignored' && { ignoresUnknown: true }),
    ...(block.removed && { removed: mapValues(block.removed, compactRemoval) }),
  };
}

function compactAnyAttributes({ type, attributes }) {
  return { type, ...(attributes && { attributes: compactAttributes(attributes) }) };
}

function compactConstraint({ note, when_value_prefix, ...constraint }) {
  return { ...constraint, ...(when_value_prefix && { whenValuePrefix: when_value_prefix }) };
}

function compactRemoval({ last_in, replacement }) {
  return kept({ lastIn: last_in, replacement }, ['lastIn', 'replacement']);
}

function compactComponent(component) {
  return {
    ...compactBlock(component),
    ...kept(component, ['outputs']),
    ...(component.deprecated_since && { deprecatedSince: component.deprecated_since }),
    ...(component.generated_data && { generatedData: component.generated_data }),
  };
}

function compactPlugin(full) {
  return {
    plugin: full.plugin,
    source: full.source ?? '',
    aliases: full.source_aliases ?? [],
    version: full.version ?? '',
    verified: full.verified === true,
    components: mapValues(full.components, (group) => mapValues(group, compactComponent)),
  };
}

function compactLanguage(full) {
  return {
    version: full.version,
    blocks: mapValues(full.root.blocks, compactBlock),
    dynamicBlocksNotIn: full.dynamic_blocks.not_expanded_in,
    templateFunctions: full.template_engine.functions,
    references: full.variables.map(({ path, contexts, values, since, deprecated }) => ({
      path,
      contexts,
      ...kept({ values, since, deprecated }, ['values', 'since', 'deprecated']),
    })),
  };
}

function compactFunctions(full) {
  const functions = mapValues(full.functions, ({ params, min, max, returns, since }) => ({
    params: params.map(({ type }) => type),
    min,
    max,
    returns,
    ...(since && { since }),
  }));
  return { version: full.version, functions };
}

function compactIndex(full) {
  const components = mapValues(full.components, (group) =>
    mapValues(group, (entry) => ({
      ...kept(
        {
          plugin: entry.plugin,
          schema: entry.schema?.replace(/\.json$/, ''),
          builtin: entry.builtin,
          since: entry.since,
          deprecated: entry.deprecated,
          renamedTo: entry.renamed_to,
          bundledSince: entry.bundled_since,
          unbundledIn: entry.unbundled_in,
        },
        ['plugin', 'schema', 'builtin', 'since', 'deprecated', 'renamedTo', 'bundledSince', 'unbundledIn'],
      ),
    })),
  );
  const plugins = mapValues(full.plugins, ({ source, aliases, version, verified }) => ({
    source,
    aliases,
    version: version ?? '',
    verified,
  }));
  return { version: full.packer_version, plugins, components };
}

function kept(object, names) {
  const entries = names.map((name) => [name, object[name]]);
  return Object.fromEntries(
    entries.filter(([, value]) => value !== undefined && value !== null && value !== false),
  );
}

function mapValues(object, change) {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value)]));
}

const special = {
  'language.json': compactLanguage,
  'functions.json': compactFunctions,
  'components-index.json': compactIndex,
};

await mkdir(into, { recursive: true });
for (const file of (await readdir(from)).filter((name) => name.endsWith('.json'))) {
  const full = JSON.parse(await readFile(join(from, file), 'utf8'));
  const compact = (special[file] ?? compactPlugin)(full);
  await writeFile(join(into, file), `${JSON.stringify(compact)}\n`);
}
