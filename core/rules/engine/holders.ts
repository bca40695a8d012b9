import type { Template } from '../../language/index.ts';
import type { Holder } from '../rule.ts';
import type { ComponentView } from '../views.ts';

/** The bodies of a template in the order of the walk, each as the outermost holder of what is in it. */
export function outerHolders(
  { sources, builds, dataSources }: Template,
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
    ...provisioners.map(({ component }) => componentHolder('provisioner', component)),
    ...postProcessors.map(({ component }) => componentHolder('post-processor', component)),
  ];
}

function componentHolder(
  kind: 'provisioner' | 'post-processor',
  { type, body }: ComponentView['component'],
): Holder {
  return { kind, type, body, blocks: [] };
}
