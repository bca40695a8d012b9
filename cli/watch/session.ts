import { basename } from 'node:path';
import { asHybridError, type HybridError, isHybridError } from '../../core/errors/index.ts';
import type { FoundTemplate, InputOwner } from '../../core/language/index.ts';
import { findingsReport } from '../analyze/findings-report.ts';
import { foundTemplates } from '../analyze/found-templates.ts';
import { lookAt } from '../analyze/look-at.ts';
import { type OpenAnalysis, openAnalysis } from '../analyze/open-analysis.ts';
import { inputOwnersOf } from '../analyze/rule-packs.ts';
import { type FileChange, type TemplateFiles, templateFiles } from '../analyze/template-files.ts';
import type { Invocation } from '../invocation.ts';
import type { FailedTemplate, FindingsReport } from '../reporters/findings/contract.ts';

/** What is known of one template. */
interface Known {
  readonly found: FoundTemplate;
  /** Undefined for a template that could not be read. */
  readonly files: TemplateFiles | undefined;
  readonly report: FindingsReport;
}

/** What a change led to. */
export interface Update {
  /** Templates that were looked at again. */
  readonly touched: readonly FoundTemplate[];
  /** Everything that is found now. */
  readonly reports: readonly FindingsReport[];
  /** Of the templates that were looked at. */
  readonly touchedReports: readonly FindingsReport[];
  /** Why the configuration could not be read; what was read before then still counts. */
  readonly problem: HybridError | undefined;
}

/** Keeps what was found in each template, and looks again only at those that a change touches. */
export interface WatchSession {
  /** The workspace as it is configured now. */
  readonly open: OpenAnalysis;
  readonly reports: readonly FindingsReport[];
  readonly failed: readonly FailedTemplate[];
  /** Files outside the workspace root that templates read. */
  outside(): readonly string[];
  /** Undefined when the changes touch nothing. */
  update(changes: readonly FileChange[]): Promise<Update | undefined>;
}

/** What a session knows at this moment. */
interface State {
  readonly invocation: Invocation;
  readonly known: Map<string, Known>;
  open: OpenAnalysis;
  owners: readonly InputOwner[];
}

/** Reads the configuration and looks at every template. */
export async function startSession(invocation: Invocation): Promise<WatchSession> {
  const open = await openAnalysis(invocation, 'watch');
  const state: State = { invocation, known: new Map(), open, owners: await inputOwnersOf(open.config) };
  // What is named has to be there; a workspace may get its first template while it is watched.
  const first = invocation.args.length > 0 ? await foundTemplates(open) : await foundOrNone(open);
  for (const found of first) await look(state, found);
  const all = () => [...state.known.values()];
  return {
    get open() {
      return state.open;
    },
    get reports() {
      return all().map(({ report }) => report);
    },
    get failed() {
      return all().flatMap(({ report }) => report.failed);
    },
    outside: () => all().flatMap(({ files }) => [...(files?.paths ?? [])]),
    update: (changes) => update(state, changes),
  };
}

async function update(state: State, changes: readonly FileChange[]): Promise<Update | undefined> {
  const { templates, problem, hasGone } = await touchedBy(state, changes);
  if (templates.length === 0 && problem === undefined && !hasGone) return undefined;
  const looked: Known[] = [];
  for (const found of templates) looked.push(await look(state, found));
  const reports = [...state.known.values()].map(({ report }) => report);
  return { touched: templates, reports, touchedReports: looked.map(({ report }) => report), problem };
}

async function touchedBy(state: State, changes: readonly FileChange[]) {
  const { known, open } = state;
  const count = known.size;
  const settings = changes.some(({ path }) => isSettings(path, open));
  const isNew = changes.some((change) => mayBeTemplate(change, [...known.values()]));
  const { fresh, problem } = settings || isNew ? await reopened(state, settings) : nothingNew;
  const touched = [...known.values()].filter((one) => isTouched(one, changes)).map(({ found }) => found);
  const once = new Map([...touched, ...fresh].map((found) => [found.absolutePath, found]));
  return { templates: [...once.values()], problem, hasGone: known.size < count };
}

interface Reopened {
  readonly fresh: readonly FoundTemplate[];
  readonly problem: HybridError | undefined;
}
const nothingNew: Reopened = { fresh: [], problem: undefined };

/** Reads the configuration and finds the templates anew; what is as it was is not looked at again. */
async function reopened(state: State, isEverything: boolean): Promise<Reopened> {
  const { invocation, known } = state;
  try {
    const open = await openAnalysis(invocation, 'watch');
    const found = await foundOrNone(open);
    state.owners = await inputOwnersOf(open.config);
    state.open = open;
    const paths = new Set(found.map(({ absolutePath }) => absolutePath));
    for (const path of known.keys()) if (!paths.has(path)) known.delete(path);
    const fresh = found.filter((one) => isEverything || !isSame(known.get(one.absolutePath)?.found, one));
    return { fresh, problem: undefined };
  } catch (cause) {
    return { fresh: [], problem: asHybridError(cause) };
  }
}

async function foundOrNone(open: OpenAnalysis): Promise<readonly FoundTemplate[]> {
  try {
    return await foundTemplates(open);
  } catch (error) {
    if (isHybridError(error) && error.code === 'PH_TEMPLATE_MISSING') return [];
    throw error;
  }
}

async function look({ open, owners, invocation, known }: State, found: FoundTemplate): Promise<Known> {
  const { env, cwd } = invocation;
  let files: TemplateFiles | undefined;
  const looked = await lookAt([found], open, {
    env,
    onRead: (template) => {
      files = templateFiles(template, found, owners);
    },
  });
  const report = findingsReport(looked, { cwd, root: open.config.workspace.root });
  known.set(found.absolutePath, { found, files, report });
  return { found, files, report };
}

/** A template that could not be read is tried again with every change. */
function isTouched({ files }: Known, changes: readonly FileChange[]): boolean {
  return files === undefined || changes.some(({ path, change }) => files.concerns(path, change));
}

/** Files that say how everything is looked at. */
function isSettings(path: string, { config, baselineFile }: OpenAnalysis): boolean {
  if (path === config.file || path === baselineFile) return true;
  return /^packer-hybrid\.config\.(ts|js|mjs|json|ya?ml)$/.test(basename(path));
}

/** Whether a template may have come or gone: by a file of its kind that no template has, or that is no longer there. */
function mayBeTemplate({ path, change }: FileChange, known: readonly Known[]): boolean {
  if (!/\.(pkr\.hcl|json)$/.test(path)) return false;
  return change === 'came-or-went' || !known.some(({ files }) => files?.paths.has(path));
}

function isSame(before: FoundTemplate | undefined, now: FoundTemplate): boolean {
  return before !== undefined && JSON.stringify(before.setting) === JSON.stringify(now.setting);
}
