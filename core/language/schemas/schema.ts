import type { Json } from '../value.ts';
import type { Constraint } from './constraint.ts';

/** The four kinds of component that Packer's plugins bring. */
export type ComponentKind = 'builder' | 'provisioner' | 'post-processor' | 'datasource';

/** What one attribute accepts. */
export interface AttributeSchema {
  /** `string`, `number`, `bool`, `any`, `object`, or `list(…)` and `map(…)` of these. */
  readonly type: string;
  readonly required?: boolean;
  /** What to use instead; empty when nothing takes its place. */
  readonly deprecated?: string;
  readonly deprecatedSince?: string;
  readonly enum?: readonly Json[];
  /** Anything outside `enum` is refused; without it the list may be incomplete. */
  readonly enumEnforced?: boolean;
  readonly enumCaseInsensitive?: boolean;
  readonly default?: Json;
  readonly sensitive?: boolean;
  /** Set by Packer itself, though it accepts it from a template as well. */
  readonly internal?: boolean;
  /** Environment variables that stand in when it is not set. */
  readonly env?: readonly string[];
  readonly format?: string;
  readonly min?: number;
  readonly max?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
  /** The plugin's version that brought it; `>x` is the one after x. */
  readonly since?: string;
  readonly requiredSince?: string;
}

/** An attribute or block that former versions had. */
export interface Removal {
  readonly lastIn?: string;
  readonly replacement?: string;
}

/** What stands in a block. */
export interface BodySchema {
  readonly attributes: Readonly<Record<string, AttributeSchema>>;
  readonly blocks: Readonly<Record<string, BlockSchema>>;
  readonly constraints?: readonly Constraint[];
  readonly removed?: Readonly<Record<string, Removal>>;
}

export interface BlockSchema extends BodySchema {
  /** Whether it may be repeated. */
  readonly list?: boolean;
  readonly max?: number;
  readonly required?: boolean;
  readonly deprecated?: string;
  readonly since?: string;
}

/** What a component accepts, with the plugin that brings it. */
export interface ComponentSchema extends BodySchema {
  readonly kind: ComponentKind;
  readonly type: string;
  readonly plugin: string;
  /** The address for `required_plugins`; Packer's own address for what is built in. */
  readonly source: string;
  readonly aliases: readonly string[];
  /** The plugin's version that the schema describes. */
  readonly version: string;
  /** Whether required attributes, defaults and constraints were read in the plugin's code. */
  readonly verified: boolean;
  readonly deprecated?: string;
  readonly deprecatedSince?: string;
  /** Names that a build offers as `build.<name>` besides Packer's own. */
  readonly generatedData?: readonly string[];
  /** What a data source gives, name by type. */
  readonly outputs?: Readonly<Record<string, string>>;
}
