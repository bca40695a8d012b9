import { performance } from 'node:perf_hooks';
import type { RunContext, Template } from 'packer-hybrid';
import { lacksValue } from 'packer-hybrid';
import { type BaseImage, type BaseSource, baseHash, basesFolder, madeBase, makeBase } from './base/index.ts';
import { shareWork } from './share-work.ts';

/** The configured base image, made when it is first wanted. */
export interface Bases {
  readonly source: BaseSource;
  fingerprint(): Promise<string>;
  /** Several targets that want it at once get the same one. */
  get(context: RunContext): Promise<BaseImage>;
  made(context: RunContext): Promise<BaseImage | undefined>;
}

const share = shareWork<BaseImage>();

/** Gives access to the base that the options describe. */
export function basesOf(source: BaseSource): Bases {
  const made = (context: RunContext) => madeBase(source, basesFolder(context.workspace.cache));
  return {
    source,
    fingerprint: () => baseHash(source),
    made,
    async get(context) {
      const folder = basesFolder(context.workspace.cache);
      const key = `${folder} ${await baseHash(source)}`;
      return share(key, context.signal, async (signal) => {
        return (await made(context)) ?? announced(context, () => make(source, { context, folder, signal }));
      });
    },
  };
}

interface Making {
  readonly context: RunContext;
  readonly folder: string;
  readonly signal: AbortSignal;
}

function make(source: BaseSource, { context, folder, signal }: Making): Promise<BaseImage> {
  return makeBase(source, { run: context.processes.run, folder, signal });
}

async function announced(context: RunContext, work: () => Promise<BaseImage>): Promise<BaseImage> {
  const step = { step: 'base-image', kind: 'base' } as const;
  const began = performance.now();
  let ok = false;
  context.emit({ type: 'step.started', ...step, text: 'Making the base image' });
  try {
    const base = await work();
    ok = true;
    return base;
  } finally {
    context.emit({ type: 'step.finished', ...step, ok, duration_ms: Math.round(performance.now() - began) });
  }
}

/** Whether a template starts from the configured base: it declares `base_image`, and nobody else says what that is. */
export function startsFromBase(template: Template): boolean {
  return template.variables.some((variable) => variable.name === 'base_image' && lacksValue(variable));
}
