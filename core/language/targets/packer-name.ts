import type { Build, SourceUse, Template } from '../model.ts';

/** What `-only` takes: `<build>.<type>.<alias>`, without the build where it has no name, and the bare name in legacy JSON. */
export function packerName(template: Template, build: Build, use: SourceUse): string {
  if (isLegacy(template)) return use.alias;
  const source = `${use.type}.${use.alias}`;
  return build.name === undefined ? source : `${build.name}.${source}`;
}

/** Whether the template has Packer's older JSON form. */
export function isLegacy(template: Template): boolean {
  return template.files.some(({ syntax, role }) => role === 'template' && syntax === 'legacy-json');
}
