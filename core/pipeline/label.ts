import { AsyncLocalStorage } from 'node:async_hooks';

/** For whom the current code runs. */
export interface Label {
  readonly plugin: string;
  readonly hook: string;
  readonly target: string | undefined;
}

const labels = new AsyncLocalStorage<Label>();

/** Runs `work` so that everything it starts, programs included, can be told to be its own. */
export function withLabel<T>(label: Label, work: () => Promise<T>): Promise<T> {
  return labels.run(label, work);
}

/** The label of the running handler, if one is running. */
export function currentLabel(): Label | undefined {
  return labels.getStore();
}
