import { readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Body, NamedFile, Template } from 'packer-hybrid/rules';
import { isUnset, textsOf } from './settings.ts';
import { isInWorkspace } from './workspace.ts';

/** What is needed to look into files. */
export interface Reading {
  readonly template: Template;
  readFile(path: string): NamedFile | undefined;
}

/** What steps do, as text, and whether anything of it stays unseen. */
export interface Work {
  readonly text: string;
  readonly isWhole: boolean;
}

const mostFiles = 400;
const unseen: Work = { text: '', isWhole: false };

/** A playbook with the roles, tasks and templates below its folder; whole when every role that it names is there. */
export function playbookWork(reading: Reading, body: Body): Work {
  const playbooks = ['playbook_file', 'playbook_files'].flatMap((name) => textsOf(body, name) ?? []);
  const [first] = playbooks;
  if (first === undefined || !isInWorkspace(reading.template, first)) return unseen;
  const folder = dirname(resolve(reading.template.cwd, first));
  const files = filesBelow(folder);
  const texts = files.map((path) => reading.readFile(path)?.text ?? '');
  const roles = playbooks.flatMap((path) => rolesIn(reading.readFile(path)?.text ?? ''));
  const hasRoles = roles.every((role) => files.some((path) => path.startsWith(join(folder, 'roles', role))));
  const isWhole = hasRoles && files.length < mostFiles && isUnset(body, 'galaxy_file') && roles.length > 0;
  return { text: texts.join('\n'), isWhole };
}

/** Roles that a playbook names: `- common`, `- role: common` below `roles:`, and `include_role`. */
function rolesIn(text: string): readonly string[] {
  const listed = [...text.matchAll(/^( *)roles:[^\n]*\n((?:\1 *[-#][^\n]*\n?|\1 {2,}[^\n]*\n?|\s*\n)*)/gm)];
  const entries = listed.flatMap(([, , block = '']) => [
    ...block.matchAll(/^\s*-\s*(?:\{\s*)?(?:role:\s*)?["']?([\w./-]+)/gm),
  ]);
  const included = text.matchAll(/(?:include|import)_role:\s*\n\s*name:\s*["']?([\w./-]+)/g);
  return [...entries, ...included].map(([, name = '']) => name);
}

function filesBelow(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && /\.(?:ya?ml|sh|j2|ps1|cfg)$/.test(entry.name))
      .slice(0, mostFiles)
      .map((entry) => join(entry.parentPath, entry.name));
  } catch {
    return [];
  }
}
