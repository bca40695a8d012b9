import {
  type Build,
  type Labelled,
  type SourceUse,
  sourceBody,
  type Template,
} from '../../language/index.ts';
import type { TargetView } from '../views.ts';

/** Every source as each build uses it, and sources that no build uses as they stand. */
export function targetViews(template: Template): readonly TargetView[] {
  const sources = new Map(template.sources.map((source) => [keyOf(source), source]));
  const views = template.builds.flatMap((build) => {
    const siblings = build.sources.flatMap((use) => sources.get(keyOf(use)) ?? []);
    return build.sources.flatMap((use): readonly TargetView[] => {
      const source = sources.get(keyOf(use));
      return source ? [viewOf(template, source, { build, use, siblings })] : [];
    });
  });
  const used = new Set(views.map(({ source }) => source));
  const alone = template.sources.filter((source) => !used.has(source));
  return [...views, ...alone.map((source) => unusedView(source))];
}

interface Used {
  readonly build: Build;
  readonly use: SourceUse;
  readonly siblings: readonly Labelled[];
}

function viewOf(template: Template, source: Labelled, { build, use, siblings }: Used): TargetView {
  // Builds without a name cannot be told apart by it, so only this one is looked at.
  const only = { ...template, builds: [{ ...build, sources: [use] }] };
  const body = sourceBody(only, { type: use.type, name: use.alias, build: build.name });
  return { type: source.type, name: source.name, source, build, use, body, siblings };
}

function unusedView(source: Labelled): TargetView {
  const { type, name, body } = source;
  return { type, name, source, build: undefined, use: undefined, body, siblings: [source] };
}

function keyOf({ type, name }: { readonly type: string; readonly name: string }): string {
  return `${type}.${name}`;
}
