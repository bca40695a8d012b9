export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * What an expression comes to. `unknown` is anything that only Packer can know (a function, a data source, a variable
 * without value); `sensitive` is known but must not be shown.
 */
export type Value =
  | { readonly state: 'known'; readonly value: Json }
  | { readonly state: 'sensitive'; readonly value: Json }
  | { readonly state: 'unknown' };
