import { asHybridError } from '../../core/errors/index.ts';
import {
  type FoundTemplate,
  type InputOwner,
  readTemplate,
  type Template,
} from '../../core/language/index.ts';
import {
  type Analysis,
  analyzeTemplates,
  fingerprintOf,
  orderFindings,
  type TextOf,
  textsOf,
  withoutDuplicates,
} from '../../core/rules/index.ts';
import type { Finding } from '../../core/schema/index.ts';
import type { Host } from '../invocation.ts';
import type { FailedTemplate } from '../reporters/findings/contract.ts';
import type { OpenAnalysis } from './open-analysis.ts';
import { type FileChange, templateFiles } from './template-files.ts';

/** Templates that are in memory at the same time. */
const chunkSize = 25;

export interface LookOptions {
  readonly env: Host['env'];
  readonly signal?: AbortSignal | undefined;
  readonly timing?: boolean;
  /** Is shown each template that was read, before it is forgotten. */
  readonly onRead?: (template: Template, found: FoundTemplate) => void;
  /** Takes only templates that one of these files touches. */
  readonly changed?: { readonly files: readonly FileChange[]; readonly owners: readonly InputOwner[] };
}

/** What was found, with paths from the workspace root. */
export interface Looked {
  readonly findings: readonly Finding[];
  readonly fingerprints: ReadonlyMap<Finding, string>;
  readonly suppressed: number;
  readonly baselined: number;
  readonly failed: readonly FailedTemplate[];
  readonly templates: readonly string[];
  readonly files: readonly string[];
  /** Texts of files that corrections would change, as they were analysed. */
  readonly texts: ReadonlyMap<string, string>;
  readonly timings: ReadonlyMap<string, number>;
}

/** Reads templates and runs the rules over them, a few at a time, so that memory does not grow with their number. */
export async function lookAt(
  found: readonly FoundTemplate[],
  open: OpenAnalysis,
  options: LookOptions,
): Promise<Looked> {
  const parts: Looked[] = [];
  for (let start = 0; start < found.length; start += chunkSize) {
    options.signal?.throwIfAborted();
    parts.push(await lookAtSome(found.slice(start, start + chunkSize), open, options));
  }
  return together(parts);
}

async function lookAtSome(
  found: readonly FoundTemplate[],
  open: OpenAnalysis,
  options: LookOptions,
): Promise<Looked> {
  const { root } = open.config.workspace;
  const read = await Promise.all(found.map((one) => readOne(one, root, options)));
  const failed = read.flatMap((one) => ('failed' in one ? [one.failed] : []));
  const templates = read.flatMap((one) => ('template' in one ? [one.template] : []));
  const { packs, settings, baseline, knowledge } = open;
  const { signal, timing } = options;
  const analysis = await analyzeTemplates(templates, {
    root,
    packs,
    settings,
    baseline,
    knowledge,
    signal,
    timing,
  });
  return {
    ...lookedOf(analysis, textsOf(templates, root)),
    failed,
    templates: templates.map(({ path }) => path),
    files: templates.flatMap(({ files }) => files.map(({ path }) => path)),
  };
}

type Read =
  | { readonly template: Template }
  | { readonly failed: FailedTemplate }
  | { readonly untouched: true };

/** One template that cannot be read does not keep the others from being analysed. */
async function readOne(
  found: FoundTemplate,
  root: string,
  { env, changed, onRead }: LookOptions,
): Promise<Read> {
  try {
    const template = await readTemplate(found, { root, env });
    if (changed && !isTouched(template, found, changed)) return { untouched: true };
    onRead?.(template, found);
    return { template };
  } catch (cause) {
    const { code, message, remedy } = asHybridError(cause);
    return { failed: { template: found.path, code, message, remedy } };
  }
}

function isTouched(
  template: Template,
  found: FoundTemplate,
  { files, owners }: NonNullable<LookOptions['changed']>,
): boolean {
  const { concerns } = templateFiles(template, found, owners);
  return files.some(({ path, change }) => concerns(path, change));
}

function lookedOf({ findings, suppressed, baselined, timings }: Analysis, textOf: TextOf) {
  const changing = findings.flatMap(({ fix }) => (fix?.edits ?? []).map(({ range }) => range.file));
  const texts = [...new Set(changing)].map((file) => [file, textOf(file)] as const);
  return {
    findings,
    fingerprints: new Map(findings.map((finding) => [finding, fingerprintOf(finding, textOf)])),
    suppressed: suppressed.length,
    baselined: baselined.length,
    texts: new Map(texts.flatMap(([file, text]) => (text === undefined ? [] : [[file, text] as const]))),
    timings,
  };
}

/** Scripts that several templates name are told once. */
function together(parts: readonly Looked[]): Looked {
  const all = withoutDuplicates(parts.flatMap(({ findings }) => findings));
  const timings = new Map<string, number>();
  for (const [rule, millis] of parts.flatMap((part) => [...part.timings])) {
    timings.set(rule, (timings.get(rule) ?? 0) + millis);
  }
  return {
    findings: [
      ...orderFindings(all.filter(({ hint }) => !hint)),
      ...orderFindings(all.filter(({ hint }) => hint)),
    ],
    fingerprints: new Map(parts.flatMap(({ fingerprints }) => [...fingerprints])),
    suppressed: parts.reduce((sum, part) => sum + part.suppressed, 0),
    baselined: parts.reduce((sum, part) => sum + part.baselined, 0),
    failed: parts.flatMap(({ failed }) => failed),
    templates: parts.flatMap(({ templates }) => templates),
    files: [...new Set(parts.flatMap(({ files }) => files))],
    texts: new Map(parts.flatMap(({ texts }) => [...texts])),
    timings: new Map([...timings].toSorted(([, a], [, b]) => b - a)),
  };
}
