import { readData } from './read-data.ts';
import type { AttributeSchema, BodySchema } from './schema.ts';

/** A block of Packer's own language, at the top of a template or in a build. */
export interface LanguageBlock extends BodySchema {
  readonly labels?: readonly { readonly name: string; readonly pattern?: string }[];
  readonly max?: number;
  readonly since?: string;
  readonly deprecated?: string;
  /** Attributes of any name, each of this type. */
  readonly anyAttributes?: {
    readonly type: string;
    readonly attributes?: Readonly<Record<string, AttributeSchema>>;
  };
  /** The kind of component whose attributes stand in it as well. */
  readonly component?: string;
  /** Packer skips what it does not know there. */
  readonly ignoresUnknown?: boolean;
  readonly blocks: Readonly<Record<string, LanguageBlock>>;
}

interface Language {
  readonly blocks: Readonly<Record<string, LanguageBlock>>;
  readonly templateFunctions: readonly string[];
}

/** The blocks at the top of a template. */
export function languageBlocks(): Readonly<Record<string, LanguageBlock>> {
  return readData<Language>('language').blocks;
}

/** The block at a path such as `['build', 'provisioner']`. */
export function languageBlock(path: readonly string[]): LanguageBlock | undefined {
  let blocks = languageBlocks();
  let found: LanguageBlock | undefined;
  for (const name of path) {
    found = Object.hasOwn(blocks, name) ? blocks[name] : undefined;
    if (!found) return undefined;
    blocks = found.blocks;
  }
  return found;
}

/** Functions of the `{{ … }}` form that Packer's plugins render. */
export function templateFunctions(): readonly string[] {
  return readData<Language>('language').templateFunctions;
}
