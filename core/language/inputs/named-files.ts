import type { Body, Template } from '../model.ts';
import { attributeOf } from '../query/body-queries.ts';
import type { InputKind, TemplateInput } from './input.ts';
import { localFiles } from './local-files.ts';
import { playbookFiles } from './playbook-files.ts';
import { possibleTexts } from './possible-texts.ts';

const playbooks = ['playbook_file', 'playbook_files'];

/** Attributes that name local files whatever the type is. */
const kinds: Readonly<Record<string, InputKind>> = {
  script: 'script',
  scripts: 'script',
  iso_url: 'image',
  iso_urls: 'image',
  cd_files: 'provisioner',
  floppy_files: 'provisioner',
  floppy_dirs: 'provisioner',
  http_directory: 'provisioner',
  playbook_file: 'provisioner',
  playbook_files: 'provisioner',
};

/** The files that a body names, in attributes that everybody uses and in those that its owners add. */
export function namedFiles(
  template: Template,
  body: Body,
  extra: readonly string[],
): readonly TemplateInput[] {
  const names = new Set([...Object.keys(kinds), ...extra]);
  return [...names].flatMap((name) => {
    const attribute = attributeOf(body, name);
    const kind = kinds[name] ?? 'provisioner';
    return (attribute ? possibleTexts(template, attribute.expression) : [])
      .flatMap((written) => localFiles(written, template.cwd))
      .flatMap((path) => (playbooks.includes(name) ? playbookFiles(path, template.root) : [path]))
      .map((path) => ({ path, kind }));
  });
}
