import type { RecoveryPlan, TemplateEdit } from '../../../core/schema/index.ts';
import type { Style } from '../../style.ts';

/** An edit in a few words: `ssh_timeout "20s" → "40s"`. */
export function editWords({ attribute, from, to }: TemplateEdit, { signs }: Style): string {
  return from === null
    ? `${attribute} ${signs.next} ${brief(to)}`
    : `${attribute} ${brief(from)} ${signs.next} ${brief(to)}`;
}

/** All edits of a plan, as they are made one after the other. */
export function editsOf({ steps }: Pick<RecoveryPlan, 'steps'>): readonly TemplateEdit[] {
  return steps.flatMap(({ edits }) => edits);
}

/** An edit as a small diff with its place. */
export function editDiff({ attribute, from, to, edit }: TemplateEdit, style: Style): readonly string[] {
  const { range } = edit;
  const line = (sign: string, value: string) => `${sign} ${attribute} = ${brief(value)}`;
  return [
    style.dim(`${range.file}:${range.start.line}`),
    ...(from === null ? [] : [style.red(line('-', from))]),
    style.green(line('+', to)),
  ];
}

const WIDTH = 60;

/** A long or many-lined expression by its beginning. */
function brief(expression: string): string {
  const [first = '', ...more] = expression.trim().split(/\r?\n/);
  return more.length === 0 && first.length <= WIDTH ? first : `${first.slice(0, WIDTH)}…`;
}
