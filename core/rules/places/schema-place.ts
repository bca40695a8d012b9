import {
  type Block,
  type BodySchema,
  bodySchema,
  type ComponentKind,
  type ComponentSchema,
  type LanguageBlock,
  languageBlock,
  schemaOf,
} from '../../language/index.ts';
import type { Holder } from '../rule.ts';

/** What is known of the place where an attribute or a block stands. */
export interface SchemaPlace {
  readonly component: ComponentSchema;
  /** The body itself: the component's, or that of the nested block. */
  readonly body: BodySchema;
  /** Attributes of Packer's own that stand beside those of the component; none in nested blocks. */
  readonly language: LanguageBlock | undefined;
}

const kinds: Readonly<Record<Holder['kind'], ComponentKind | undefined>> = {
  source: 'builder',
  'build-source': 'builder',
  provisioner: 'provisioner',
  'post-processor': 'post-processor',
  data: 'datasource',
  build: undefined,
  'variables-file': undefined,
};

const languagePaths: Readonly<Partial<Record<Holder['kind'], readonly string[]>>> = {
  source: ['source'],
  'build-source': ['build', 'source'],
  provisioner: ['build', 'provisioner'],
  'post-processor': ['build', 'post-processor'],
  data: ['data'],
};

/** The schema of the place, through `dynamic` blocks as well; undefined where it is not known. */
export function schemaPlace({ kind, type, blocks }: Holder): SchemaPlace | undefined {
  const componentKind = kinds[kind];
  const component = componentKind && schemaOf(componentKind, type);
  const path = blockPath(blocks);
  const body = component && path && bodySchema(component, path);
  if (!body) return undefined;
  return {
    component,
    body,
    language: path.length === 0 ? languageBlock(languagePaths[kind] ?? []) : undefined,
  };
}

/** Names of the nested blocks; undefined inside the `dynamic` block itself, whose attributes are HCL's own. */
function blockPath(blocks: readonly Block[]): readonly string[] | undefined {
  const path: string[] = [];
  let isContent = true;
  for (const { type, labels } of blocks) {
    if (!isContent) {
      if (type !== 'content') return undefined;
      isContent = true;
    } else if (type === 'dynamic') {
      path.push(labels[0] ?? '');
      isContent = false;
    } else {
      path.push(type);
    }
  }
  return isContent ? path : undefined;
}
