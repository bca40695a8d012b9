import { type Template, type TemplateFile, withoutRanges } from 'packer-hybrid';

/** The files of a template that differ from what is on the disk, by absolute path. */
export function editedFiles(
  template: Template,
  { withoutPlugins }: { readonly withoutPlugins: boolean },
): ReadonlyMap<string, string> {
  const edited = new Map<string, string>();
  for (const file of template.files) {
    const mayShorten = withoutPlugins && file.role === 'template';
    const text = mayShorten ? textWithoutPlugins(file, template) : file.text;
    if (text !== file.text || file.isOverlaid) edited.set(file.absolutePath, text);
  }
  return edited;
}

function textWithoutPlugins(file: TemplateFile, template: Template): string {
  const ranges = template.requirements.pluginBlocks.filter((range) => range.file === file.path);
  if (ranges.length === 0) return file.text;
  return file.syntax === 'hcl' ? withoutRanges(file.text, ranges) : withoutPluginKeys(file.text);
}

/** JSON would not survive a blanked range, so it is written anew; its line numbers are lost. */
function withoutPluginKeys(text: string): string {
  try {
    const content: unknown = JSON.parse(text);
    if (!isObject(content)) return text;
    const blocks = Array.isArray(content.packer) ? content.packer : [content.packer];
    for (const block of blocks) if (isObject(block)) delete block.required_plugins;
    return JSON.stringify(content, undefined, 2);
  } catch {
    return text;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
