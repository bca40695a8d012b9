import type { RenderFindings } from './contract.ts';

/** Every report of findings by the name that `--format` takes; each is loaded only when it is asked for. */
export const findingsFormats: Readonly<Record<string, () => Promise<RenderFindings>>> = {
  pretty: async () => (await import('./pretty/index.ts')).renderPretty,
  json: async () => (await import('./json.ts')).renderJson,
  ndjson: async () => (await import('./ndjson.ts')).renderNdjson,
  sarif: async () => (await import('./sarif/index.ts')).renderSarif,
  junit: async () => (await import('./junit.ts')).renderJunit,
  github: async () => (await import('./github.ts')).renderGithub,
};
