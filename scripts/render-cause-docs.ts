import type { FailureFacts } from '../core/plugin/index.ts';
import { builtInSignatures } from '../plugins/built-in-signatures.ts';
import { causes } from '../plugins/recovery/diagnosis/index.ts';

const [begin, end] = ['<!-- causes: written by `npm run generate` -->', '<!-- end of causes -->'];

/** The page with its table of causes brought up to date. */
export function withCauses(page: string): string {
  const [head, rest] = page.split(`${begin}\n`);
  const [, tail] = rest?.split(end) ?? [];
  if (head === undefined || tail === undefined) {
    throw new Error(`docs/diagnosis.md has no table between "${begin}" and "${end}".`);
  }
  return [head, begin, '\n\n', table(), '\n\n', end, tail].join('');
}

function table(): string {
  const rows = Object.entries(causes as Readonly<Record<string, FailureFacts>>).sort(
    ([a, one], [b, other]) => one.class.localeCompare(other.class) || a.localeCompare(b),
  );
  return [
    '| Cause | Class | Platforms | Sure | Again | Action | What to do |',
    '|---|---|---|---|---|---|---|',
    ...rows.map(([cause, facts]) => row(cause, facts)),
  ].join('\n');
}

function row(cause: string, { class: kind, confidence, retryable, action, remedy }: FailureFacts): string {
  const cells = [
    `\`${cause}\``,
    kind,
    platformsOf(cause).join(', ') || 'all',
    `${Math.round(confidence * 100)} %`,
    retryable ? 'yes' : 'no',
    action === 'none' ? '' : `\`${action}\``,
    remedy.replaceAll('|', '\\|'),
  ];
  return `| ${cells.join(' | ')} |`;
}

/** Empty when it shows on every platform in the same words. */
function platformsOf(cause: string): readonly string[] {
  const own = builtInSignatures.filter((signature) => signature.cause === cause);
  if (own.some(({ platform }) => platform === undefined)) return [];
  return [...new Set(own.flatMap(({ platform }) => platform ?? []))].sort();
}
