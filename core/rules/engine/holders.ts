import type { Block, Body, Template } from '../../language/index.ts';
import type { Holder } from '../rule.ts';
import type { ComponentView } from '../views.ts';

/** The bodies of a template in the order of the walk, each as the outermost holder of what is in it. */
export function outerHolders(
  { sources, builds, dataSources, blocks, variableFiles }: Template,
  components: {
    readonly provisioners: readonly ComponentView[];
    readonly postProcessors: readonly ComponentView[];
  },
): readonly Holder[] {
  const { provisioners, postProcessors } = components;
  return [
    ...dataSources.map(({ type, body }): Holder => ({ kind: 'data', type, body, blocks: [] })),
    ...sources.map(({ type, body }): Holder => ({ kind: 'source', type, body, blocks: [] })),
    ...builds.flatMap(({ sources: uses }) =>
      uses.map(({ type, body }): Holder => ({ kind: 'build-source', type, body, blocks: [] })),
    ),
    ...blocks.filter(({ type }) => type === 'build').map(buildHolder),
    ...provisioners.map(({ component }) => componentHolder('provisioner', component)),
    ...postProcessors.map(({ component }) => componentHolder('post-processor', component)),
    ...variableFiles.map(
      ({ path, body }): Holder => ({ kind: 'variables-file', type: path, body, blocks: [] }),
    ),
  ];
}

function componentHolder(
  kind: 'provisioner' | 'post-processor',
  { type, body }: ComponentView['component'],
): Holder {
  return { kind, type, body, blocks: [] };
}

/** Blocks of a build that have a holder of their own. */
const held = new Set([
  'source',
  'provisioner',
  'error-cleanup-provisioner',
  'post-processor',
  'post-processors',
]);

function buildHolder({ body }: Block): Holder {
  const own: Body = { ...body, blocks: body.blocks.filter(({ type }) => !held.has(type)) };
  return { kind: 'build', type: 'build', body: own, blocks: [] };
}
