import { createRequire } from 'node:module';
import * as z from 'zod';

const Package = z.object({ version: z.string() });

/** The version of this packer-hybrid. */
export function ownVersion(): string {
  return Package.parse(createRequire(import.meta.url)('packer-hybrid/package.json')).version;
}
