// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { type Build, type ComponentView, defineRule, startOf } from 'packer-hybrid/rules';

/** Builders that leave nothing behind that anybody has to find. */
const idle: ReadonlySet<string> = new Set(['null', 'file', 'docker']);

export default defineRule({
  id: 'architecture/missing-manifest',
  meta: {
    summary: 'A build does not write down which image it made.',
    severity: 'low',
    impact: 'hard-to-maintain',
    recovery: 'trivial',
    confidence: 0.8,
    remedy: 'Add the manifest post-processor.',
    example: 'post-processor "manifest" {\n  output = "${path.root}/manifest.json"\n}',
    recommended: false,
  },
  messages: {
    none: 'The build has no manifest for {sources}: a pipeline has to read the image from the log.',
  },
  create({ template, report }) {
    const views: ComponentView[] = [];

    function check(build: Build): void {
      const own = views.filter((view) => view.build === build && isRecord(view));
      const unrecorded = build.sources.filter(
        ({ type, name }) =>
          !idle.has(type) &&
          !own.some(({ sources }) => sources.some((one) => one.type === type && one.name === name)),
      );
      if (unrecorded.length === 0) return;
      const names = unrecorded.map(({ type, alias }) => `"${type}.${alias}"`);
      const rest = names.length > 3 ? ` and ${names.length - 3} more` : '';
      report({ at: startOf(build), message: 'none', data: { sources: names.slice(0, 3).join(', ') + rest } });
    }

    return {
      postProcessor: (view) => {
        views.push(view);
      },
      end({ builds, blocks }) {
        if (blocks.some((block) => hasRegistry(block.type, block.body.blocks))) return;
        for (const build of builds) check(build);
      },
    };

    function hasRegistry(type: string, inner: typeof template.blocks): boolean {
      if (type === 'hcp_packer_registry') return true;
      return (
        type === 'build' &&
        inner.some((block) => [block.type, ...block.labels].includes('hcp_packer_registry'))
      );
    }
  },
});

/** Post-processors that record the image, or make what is handed on themselves. */
function isRecord({ component: { type } }: ComponentView): boolean {
  return /manifest|^vagrant|provenance/.test(type);
}
