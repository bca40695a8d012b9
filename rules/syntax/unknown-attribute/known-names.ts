import {
  type BodySchema,
  type LanguageBlock,
  languageBlock,
  type SchemaPlace,
  schemaOf,
} from 'packer-hybrid/rules';
import { commonBuilders } from './aliases.ts';

/** Packer puts these into every component itself, and accepts them from a template as well. */
const setByPacker =
  /^packer_(build_name|builder_type|core_version|debug|force|on_error|user_variables|sensitive_variables)$/;

/** Whether something of that name may stand in a body, as an attribute or a block, now or in former versions. */
export function isKnownName(
  name: string,
  { body, language }: Pick<SchemaPlace, 'body' | 'language'>,
): boolean {
  return (
    hasName(body, name) ||
    Object.hasOwn(body.removed ?? {}, name) ||
    (language !== undefined && hasName(language, name)) ||
    setByPacker.test(name)
  );
}

/** What may stand there, without what Packer sets itself. */
export function namesIn({ body, language }: Pick<SchemaPlace, 'body' | 'language'>): readonly string[] {
  const own = Object.entries(body.attributes).filter(([, { internal }]) => internal !== true);
  return [
    ...own.map(([name]) => name),
    ...Object.keys(body.blocks),
    ...Object.keys(language?.attributes ?? {}),
  ];
}

/** Common builders that have an attribute or block of that name. */
export function buildersWith(name: string): readonly string[] {
  return commonBuilders.filter((type) => {
    const schema = schemaOf('builder', type);
    return schema !== undefined && hasName(schema, name);
  });
}

function hasName({ attributes, blocks }: BodySchema, name: string): boolean {
  return Object.hasOwn(attributes, name) || Object.hasOwn(blocks, name);
}

/** Packer's own blocks whose attributes are fixed, by the path to them. */
export function ownBlock(path: readonly string[]): LanguageBlock | undefined {
  const [top] = path;
  if (top !== 'variable' && top !== 'local' && top !== 'build') return undefined;
  const found = languageBlock(path);
  return found?.component !== undefined || found?.ignoresUnknown ? undefined : found;
}
