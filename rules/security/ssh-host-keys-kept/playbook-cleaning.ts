import { readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { attributeOf, type ComponentView } from 'packer-hybrid/rules';
import type { FileReading } from '../_shared/answer-files.ts';
import { textsOf } from '../_shared/settings.ts';

const cleaning = /ssh_host_|virt-sysprep|waagent.*-deprovision/;
const mostFiles = 400;

/** Whether a playbook, or a role beside it, removes the host keys. */
export function cleansInPlaybook({ template, readFile }: FileReading, { component }: ComponentView): boolean {
  const { type, body } = component;
  if (!type.startsWith('ansible')) return false;
  const playbooks = ['playbook_file', 'playbook_files'].flatMap((name) =>
    attributeOf(body, name) ? textsOf(body, name) : [],
  );
  return playbooks.some((playbook) => {
    const path = resolve(template.cwd, playbook);
    return [path, ...taskFiles(dirname(path))].some((file) => cleaning.test(readFile(file)?.text ?? ''));
  });
}

function taskFiles(folder: string): readonly string[] {
  return ['roles', '../roles', 'tasks'].flatMap((name) => filesBelow(join(folder, name)));
}

function filesBelow(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && /\.(ya?ml|sh|j2)$/.test(entry.name))
      .slice(0, mostFiles)
      .map((entry) => join(entry.parentPath, entry.name));
  } catch {
    return [];
  }
}
