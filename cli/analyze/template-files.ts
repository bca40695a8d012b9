import { basename, dirname, relative, sep } from 'node:path';
import {
  expandTargets,
  type FoundTemplate,
  type InputOwner,
  type Template,
  templateInputs,
} from '../../core/language/index.ts';

/** Something that happened to a file, by its absolute path. */
export interface FileChange {
  readonly path: string;
  readonly change: 'edited' | 'came-or-went';
}

/** The files that decide what is found in a template, and how to tell whether a change concerns it. */
export interface TemplateFiles {
  /** Absolute paths that were there when the template was read. */
  readonly paths: ReadonlySet<string>;
  /** Whether what is found may change with a file that was edited, or that came or went since the template was read. */
  concerns(path: string, change: FileChange['change']): boolean;
}

/** Everything that a template reads: its own files, variable files, and scripts and other files that it names. */
export function templateFiles(
  template: Template,
  found: FoundTemplate,
  owners: readonly InputOwner[],
): TemplateFiles {
  const paths = new Set(inputsOf(template, found, owners));
  const text = template.files.map((file) => file.text).join('\n');
  return {
    paths,
    concerns: (path, change) =>
      paths.has(path) ||
      isOwnFile(path, template) ||
      (change === 'came-or-went' && names(path, template, text)),
  };
}

function inputsOf(template: Template, { setting }: FoundTemplate, owners: readonly InputOwner[]) {
  const options = { env: '', setting, platformOf: (type: string) => type, hostAttributesOf: () => [] };
  const targets = expandTargets(template, options);
  const own = template.files.map(({ absolutePath }) => absolutePath);
  return [...own, ...targets.flatMap((one) => templateInputs(template, one, owners)).map(({ path }) => path)];
}

/** A file that Packer reads unasked because of where it lies and what it is called. */
function isOwnFile(path: string, { kind, root }: Template): boolean {
  if (kind !== 'directory' || dirname(path) !== root) return false;
  return /\.(pkr|auto\.pkrvars)\.(hcl|json)$/.test(basename(path));
}

/**
 * Whether the template's text names a file that was not there, or a folder that holds it. Looking at one template too
 * many costs milliseconds, one too few hides what went wrong.
 */
function names(path: string, { cwd, root }: Template, text: string): boolean {
  const below = [root, cwd].map((folder) => relative(folder, path)).find((part) => !part.startsWith('..'));
  const words = below === undefined ? [basename(path)] : below.split(sep);
  return words.some((word) => word.length > 1 && text.includes(word));
}
