/** What a template's file is called. */
export const templateNames = ['*.pkr.hcl', '*.pkr.json', '*.json with "builders"'] as const;

/** Folders in which nobody keeps templates. */
export const ignoredFolders = [
  'node_modules',
  '.git',
  'dist',
  '.packer-hybrid',
  'packer_cache',
  '.terraform',
] as const;

export function isTemplateFile(name: string): boolean {
  return name.endsWith('.pkr.hcl') || name.endsWith('.pkr.json');
}
