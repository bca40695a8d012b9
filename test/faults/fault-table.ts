import type { FaultResult } from './fault-result.ts';

const begin = '<!-- faults:begin -->';
const end = '<!-- faults:end -->';

/** Puts the table of these results between the markers of a page. */
export function withTable(page: string, results: readonly FaultResult[]): string {
  const [head, tail] = [page.indexOf(begin), page.indexOf(end)];
  if (head < 0 || tail < head) throw new Error(`The page has no ${begin} with an ${end} after it.`);
  return `${page.slice(0, head + begin.length)}\n\n${tableOf(results)}\n\n${page.slice(tail)}`;
}

/** The faults that the table of a page names. */
export function namesInTable(page: string): readonly string[] {
  const table = page.slice(page.indexOf(begin), page.indexOf(end));
  return [...table.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => String(name));
}

function tableOf(results: readonly FaultResult[]): string {
  const rows = results.map(
    (result) =>
      `| \`${result.name}\` | ${result.what} | \`${result.detected}\` | ${shown(result.actions)} | ` +
      `${endOf(result)} | ${result.leftovers} |`,
  );
  return [
    ...summaryOf(results),
    '',
    '| fault | what is done to the build | detected as | action | outcome | leftovers |',
    '|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

function summaryOf(results: readonly FaultResult[]): readonly string[] {
  const count = (is: (result: FaultResult) => boolean) => results.filter(is).length;
  const sum = (of: (result: FaultResult) => number) =>
    results.reduce((total, result) => total + of(result), 0);
  const allowed = results.filter(({ isAllowed }) => isAllowed);
  const tried = allowed.filter(({ actions }) => actions.length > 0);
  const curable = tried.filter(({ isLasting }) => !isLasting);
  return [
    `${results.length} faults: ${count((result) => endOf(result) === 'recovered')} recovered, ` +
      `${count((result) => endOf(result) === 'withstood')} withstood without a failure, ` +
      `${count(({ outcome }) => outcome === 'escalated')} escalated ` +
      `(${count(({ isRefused }) => isRefused)} of them before the build began), ` +
      `${count(({ outcome }) => outcome === 'interrupted')} interrupted; ` +
      `${sum(({ wrong }) => wrong)} wrong actions, ${sum(({ leftovers }) => leftovers)} leftovers.`,
    '',
    `${allowed.length} of them have a cause that allows an automatic action. Where it can help, ` +
      `${curable.filter(({ outcome }) => outcome === 'recovered').length} of ${curable.length} were recovered without a ` +
      `person. In ${tried.length - curable.length} the fault stays whatever is done: the action is tried in vain, and a ` +
      `person is told. In ${allowed.length - tried.length} it may not be done here (files of somebody else, no program that ` +
      'has other credentials, a check that keeps the build from beginning), and is not.',
  ];
}

/** A build that did not fail has nothing to recover from. */
function endOf({ outcome, detected }: FaultResult): string {
  return outcome === 'recovered' && detected === 'none' ? 'withstood' : outcome;
}

function shown(actions: readonly string[]): string {
  return actions.length === 0 ? 'none' : actions.map((action) => `\`${action}\``).join(', ');
}
