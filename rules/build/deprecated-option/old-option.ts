import type { SchemaPlace } from 'packer-hybrid/rules';

/** An option that is on its way out, or gone. */
export interface OldOption {
  /** Empty where nothing takes its place. */
  readonly replacement: string;
  /** The last version that had it; undefined where it still works. */
  readonly removed?: string;
}

/** What the schema says of a name that it had once; undefined for what is current or was never there. */
export function oldOption(name: string, { body, language }: SchemaPlace): OldOption | undefined {
  if (language && Object.hasOwn(language.attributes, name)) return undefined;
  const current = Object.hasOwn(body.attributes, name) ? body.attributes[name] : body.blocks[name];
  if (current) return current.deprecated === undefined ? undefined : { replacement: current.deprecated };
  const gone = Object.hasOwn(body.removed ?? {}, name) ? body.removed?.[name] : undefined;
  return gone && { replacement: gone.replacement ?? '', removed: gone.lastIn ?? '' };
}
