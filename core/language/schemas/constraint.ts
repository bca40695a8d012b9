import type { Json } from '../value.ts';

/** The values that make a condition true: null stands for "not set", `set` for any value. */
export type When = Readonly<Record<string, readonly Json[] | 'set'>>;

interface Common {
  /** False where only the documentation says so. */
  readonly enforced?: boolean;
  /** Environment variables that do as well. */
  readonly env?: readonly string[];
}
interface Several extends Common {
  readonly kind:
    | 'exactly_one_of'
    | 'at_least_one_of'
    | 'mutually_exclusive'
    | 'all_or_none'
    | 'less_or_equal';
  readonly attributes: readonly string[];
  readonly unless?: When;
}
interface SeveralIf extends Common {
  readonly kind: 'required_if_any' | 'required_if_exactly_one';
  readonly attributes: readonly string[];
  readonly when: When;
}
interface Needs extends Common {
  readonly kind: 'requires' | 'requires_any';
  readonly attribute: string;
  readonly needs: readonly string[];
  readonly whenValuePrefix?: string;
}
interface OneIf extends Common {
  readonly kind:
    | 'required_if'
    | 'forbidden_if'
    | 'forbidden_value'
    | 'allowed_values_if'
    | 'only_if'
    | 'only_if_parent'
    | 'ignored_if'
    | 'waived_if';
  readonly attribute: string;
  readonly when: When;
  readonly values?: readonly Json[];
}
interface RequiredUnless extends Common {
  readonly kind: 'required_unless';
  readonly attribute: string;
  readonly unless: readonly string[];
}
interface RequiredUnlessEnv extends Common {
  readonly kind: 'required_unless_env';
  readonly attribute: string;
  readonly unless?: When;
}
interface Groups extends Common {
  readonly kind: 'exactly_one_group' | 'at_least_one_group';
  readonly groups: readonly (readonly string[])[];
  readonly unless?: When;
}
interface MinBlocks extends Common {
  readonly kind: 'min_blocks';
  readonly block: string;
  readonly min: number;
}
interface MaxBlocksOf extends Common {
  readonly kind: 'max_blocks_of';
  readonly block: string;
  /** The block that there must be at least as many of. */
  readonly limit: string;
}

/** A rule over several attributes of one body, as the plugin's code or documentation states it. */
export type Constraint =
  | Several
  | SeveralIf
  | Needs
  | OneIf
  | RequiredUnless
  | RequiredUnlessEnv
  | Groups
  | MinBlocks
  | MaxBlocksOf;
export type ConstraintKind = Constraint['kind'];
