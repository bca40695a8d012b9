import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ArtifactLocation } from 'sarif';

/** What relative places in the report count from: the working directory. */
export const sourceRoot = '%SRCROOT%';

/** A file as SARIF names it: relative to the source root where it lies below it, else by its full address. */
export function artifactLocation(file: string, cwd: string): ArtifactLocation {
  if (file.startsWith('../')) return { uri: pathToFileURL(resolve(cwd, file)).href };
  return { uri: file.split('/').map(encodeURIComponent).join('/'), uriBaseId: sourceRoot };
}

/** The address of a folder, which has to end with a slash to be a base. */
export function folderUri(folder: string): string {
  return pathToFileURL(`${folder}/`).href;
}
