import {
  attributeOf,
  type Body,
  blocksOf,
  type Placed,
  type Report,
  type Severity,
  type SourceRange,
  startOf,
  type TextEdit,
} from 'packer-hybrid/rules';

/** Something wrong in a body: the name is the message and the sub-code at once. */
export interface Problem<Id extends string = string> {
  readonly id: Id;
  readonly at: Placed | SourceRange;
  readonly data?: Readonly<Record<string, string | number>>;
  readonly severity?: Severity;
  readonly confidence?: number;
  readonly fix?: readonly TextEdit[];
}

/** Reports each problem under the sub-code of its own name. */
export function reportProblems<Messages extends Record<string, string>>(
  report: (problem: Report<Messages>) => void,
  problems: readonly Problem<keyof Messages & string>[],
): void {
  for (const { id, ...problem } of problems) {
    report({ ...problem, message: id, sub: id } as unknown as Report<Messages>);
  }
}

/** Where a name is set: its attribute or its first block, and the start of the body for what is missing. */
export function placeOf(body: Body, name: string): Placed | SourceRange {
  const attribute = attributeOf(body, name);
  if (attribute) return attribute;
  const [block] = blocksOf(body, name);
  return block ? startOf(block) : headOf(body);
}

/** Where a body begins: the place of what is missing in it. */
export function headOf({ range }: Body): SourceRange {
  return { ...range, end: range.start };
}

/** Where a value stands; the place of the name when it has none. */
export function valuePlace(body: Body, name: string): Placed | SourceRange {
  return attributeOf(body, name)?.valueRange ?? placeOf(body, name);
}
