import type { Target } from '../../schema/index.ts';
import type { Component, Template } from '../model.ts';
import { attributeOf, attributeValue } from '../query/body-queries.ts';
import { sourceBody } from '../query/source-body.ts';
import { targetComponents } from '../targets/target-components.ts';
import { calledFiles } from './called-files.ts';
import type { InputOwner, TemplateInput } from './input.ts';
import { localFiles } from './local-files.ts';
import { namedFiles } from './named-files.ts';
import { possibleTexts } from './possible-texts.ts';

/** Every existing local file that decides how the target comes out, each once, in the order of the paths. */
export function templateInputs(
  template: Template,
  target: Pick<Target, 'build' | 'source'>,
  owners: readonly InputOwner[],
): readonly TemplateInput[] {
  const source = sourceBody(template, { ...target.source, build: target.build });
  const components = targetComponents(template, target);
  const inputs: readonly TemplateInput[] = [
    ...template.files.map(ownFile),
    ...namedFiles(template, source, attributesOf(owners, target.source.type)),
    ...components.flatMap((component) => componentFiles(template, component, owners)),
    ...calledFiles(template, [source, ...components.map(({ body }) => body)]),
  ];
  // The first mention decides the kind: a script that a playbook folder holds as well stays a script.
  const byPath = new Map(inputs.toReversed().map((input) => [input.path, input]));
  return [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function ownFile({ absolutePath, role }: Template['files'][number]): TemplateInput {
  return { path: absolutePath, kind: role };
}

function componentFiles(
  template: Template,
  { type, body }: Component,
  owners: readonly InputOwner[],
): readonly TemplateInput[] {
  const named = namedFiles(template, body, attributesOf(owners, type));
  return type === 'file' ? [...named, ...uploadedFiles(template, body)] : named;
}

/** What the `file` provisioner sends into the machine; a download's source lies in the guest. */
function uploadedFiles(template: Template, body: Component['body']): readonly TemplateInput[] {
  const direction = attributeValue(body, 'direction');
  if (direction.state !== 'unknown' && direction.value === 'download') return [];
  return ['source', 'sources']
    .flatMap((name) => textsOf(template, body, name))
    .flatMap((written) => localFiles(written, template.cwd))
    .map((path) => ({ path, kind: 'provisioner' as const }));
}

function attributesOf(owners: readonly InputOwner[], type: string): readonly string[] {
  return owners.filter(({ types }) => types.includes(type)).flatMap(({ fileAttributes }) => fileAttributes);
}

function textsOf(template: Template, body: Component['body'], name: string): readonly string[] {
  const attribute = attributeOf(body, name);
  return attribute ? possibleTexts(template, attribute.expression) : [];
}
