import { type ComponentKind, schemaOf } from 'packer-hybrid/rules';

/** What took the place of a whole component; undefined where it is current. */
export function successor(kind: ComponentKind, type: string): string | undefined {
  return schemaOf(kind, type)?.deprecated;
}
