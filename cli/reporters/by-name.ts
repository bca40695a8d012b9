import type { CreateReporter } from './reporter.ts';

/** Every reporter by the name that `--format` takes. */
export const reporters: Readonly<Record<string, () => Promise<CreateReporter>>> = {
  pretty: async () => (await import('./pretty/index.ts')).createPrettyReporter,
  json: async () => (await import('./json.ts')).createJsonReporter,
  ndjson: async () => (await import('./ndjson.ts')).createNdjsonReporter,
};
