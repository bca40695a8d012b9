import type { Settings, Template, TemplateSetting } from 'packer-hybrid';

/** The values a template is built with, from the setting whose path or glob names it. */
export function settingOf(template: Template, settings: Pick<Settings, 'templates'>): TemplateSetting {
  const path = tidy(template.path);
  const named = settings.templates.findLast((each) => tidy(each.path) === path);
  const globbed = settings.templates.findLast((each) => globPattern(tidy(each.path)).test(path));
  return (
    named ?? globbed ?? { path: template.path, vars: {}, secrets: {}, varFiles: [], cwd: 'template' as const }
  );
}

function tidy(path: string): string {
  const clean = path.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
  return clean.replace(/\/+$/, '') || '.';
}

const parts: Readonly<Record<string, string>> = {
  '**/': '(?:.*/)?',
  '**': '.*',
  '*': '[^/]*',
  '?': '[^/]',
  '{': '(?:',
  '}': ')',
  ',': '|',
};

/** A glob also names the folders of the files that it matches. */
function globPattern(glob: string): RegExp {
  const translate = (part: string) =>
    glob
      .slice(...(part === 'folder' ? [0, Math.max(0, glob.lastIndexOf('/'))] : [0]))
      .replaceAll(/\*\*\/|\*\*|[*?{},]|[\\^$.|+()[\]]/g, (found) => parts[found] ?? `\\${found}`);
  return new RegExp(`^(?:${translate('file')}|${translate('folder') || '\\.'})$`);
}
