import { readData } from './read-data.ts';

/** A function of Packer's language. */
export interface FunctionSchema {
  /** Types of the parameters, in their order. */
  readonly params: readonly string[];
  readonly min: number;
  /** Null when there is no limit. */
  readonly max: number | null;
  readonly returns: string;
  /** The version of Packer that brought it; undefined when it was always there. */
  readonly since?: string;
}

const table = () => readData<{ functions: Readonly<Record<string, FunctionSchema>> }>('functions').functions;

export function functionNames(): readonly string[] {
  return Object.keys(table());
}

export function functionSchema(name: string): FunctionSchema | undefined {
  return Object.hasOwn(table(), name) ? table()[name] : undefined;
}
