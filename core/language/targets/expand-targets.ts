import type { Target } from '../../schema/index.ts';
import type { Body, Build, SourceUse, Template } from '../model.ts';
import { attributeValue } from '../query/body-queries.ts';
import { sourceBody } from '../query/source-body.ts';
import type { TemplateSetting } from '../template-setting.ts';
import { guessOs } from './guess-os.ts';
import { packerName } from './packer-name.ts';
import { slugOf } from './slug.ts';

export interface ExpandOptions {
  readonly env: string;
  platformOf(sourceType: string): string;
  hostAttributesOf(sourceType: string): readonly string[];
  readonly setting: TemplateSetting;
}

/**
 * One target per build and source, named by the alias that the build gives the source. Uses that Packer calls alike are
 * one target: `-only` cannot tell them apart.
 */
export function expandTargets(template: Template, options: ExpandOptions): readonly Target[] {
  const targets = new Map<string, Target>();
  for (const build of template.builds) {
    for (const use of build.sources.filter((candidate) => isDeclared(template, candidate))) {
      const target = targetOf(template, { build, use, options });
      if (!targets.has(target.packer_name)) targets.set(target.packer_name, target);
    }
  }
  return [...targets.values()];
}

interface Use {
  readonly build: Build;
  readonly use: SourceUse;
  readonly options: ExpandOptions;
}

function targetOf(template: Template, { build, use, options }: Use): Target {
  const source = { type: use.type, name: use.alias };
  const body = sourceBody(template, { ...source, build: build.name });
  const host = hostOf(body, options.hostAttributesOf(use.type));
  return {
    id: `${options.env}/${build.name ?? '-'}/${source.type}.${source.name}`,
    slug: slugOf({ env: options.env, build: build.name, source }),
    env: options.env,
    template: template.path,
    ...(build.name === undefined ? {} : { build: build.name }),
    source,
    packer_name: packerName(template, build, use),
    platform: options.platformOf(use.type),
    os: options.setting.os ?? guessOs(body),
    ...(host === undefined ? {} : { host }),
  };
}

function isDeclared(template: Template, { type, name }: SourceUse): boolean {
  return template.sources.some((source) => source.type === type && source.name === name);
}

/** A sensitive host name is no secret worth a hidden limit, but it must not be shown: it is left out. */
function hostOf(body: Body, attributes: readonly string[]): string | undefined {
  for (const name of attributes) {
    const value = attributeValue(body, name);
    if (value.state === 'known' && typeof value.value === 'string' && value.value !== '') return value.value;
  }
  return undefined;
}
