import { readFileSync } from 'node:fs';

/** The version of the installed package, found from the sources and from `dist` alike. */
export function packageVersion(from: string = import.meta.url): string {
  for (const place of ['../package.json', '../../package.json']) {
    const found = readVersion(new URL(place, from));
    if (found !== undefined) return found;
  }
  return 'unknown';
}

function readVersion(file: URL): string | undefined {
  try {
    const { name, version } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    return name === 'packer-hybrid' && typeof version === 'string' ? version : undefined;
  } catch {
    return undefined;
  }
}
