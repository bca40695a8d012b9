import type { ProgramNeed, RunContext } from 'packer-hybrid';
import { type Elevation, shownCommand, startedCommand } from './command-line.ts';
import { type ListState, packageListState } from './package-lists.ts';
import type { PackageManager } from './package-managers.ts';
import { packagesOf } from './packages-of.ts';

/** One missing program, and the run that asks for it. */
export interface Order {
  readonly need: ProgramNeed;
  readonly context: RunContext;
}

export interface Failure {
  readonly command: string;
  readonly reason: string;
}

export interface BatchOptions {
  readonly manager: PackageManager;
  readonly elevation: Elevation;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  /** Runs that have fetched the package lists; the batch adds its own. */
  readonly refreshed: Set<string>;
  readonly lists?: (manager: PackageManager) => Promise<ListState>;
}

/** Installs everything that is asked for with one call; the answer says of each order why it failed, if it did. */
export async function installBatch(
  orders: readonly Order[],
  options: BatchOptions,
): Promise<ReadonlyMap<Order, Failure>> {
  const failure = await installAll(orders, options);
  if (!failure || options.signal.aborted) return failed(orders, failure);
  if (orders.length === 1 || !options.manager.unknownPackage.test(failure.reason)) {
    return failed(orders, failure);
  }

  // One name that does not exist makes the whole call fail: the others must not suffer for it.
  const failures = new Map<Order, Failure>();
  for (const order of orders) {
    const own = await installAll([order], options);
    if (own) failures.set(order, own);
  }
  return failures;
}

function failed(orders: readonly Order[], failure: Failure | undefined): ReadonlyMap<Order, Failure> {
  return new Map(failure ? orders.map((order) => [order, failure]) : []);
}

async function installAll(orders: readonly Order[], options: BatchOptions): Promise<Failure | undefined> {
  const { manager, refreshed, lists = packageListState } = options;
  const run = orders[0]?.context.run.id ?? '';
  const refresh = async () => {
    refreshed.add(run);
    return runStep({ orders, what: 'package lists', args: manager.refresh ?? [] }, options);
  };
  const state = refreshed.has(run) ? 'fresh' : await lists(manager);
  const unlisted = state === 'fresh' ? undefined : await refresh();
  if (state === 'missing' && unlisted) return unlisted;

  const packages = packagesOf(
    orders.map(({ need }) => need),
    manager.id,
  );
  const args = [...(manager.unattended ?? []), ...manager.install, ...packages];
  const install = () => runStep({ orders, what: packages.join(', '), args }, options);
  const failure = await install();
  // Lists that look fresh can still name files that the mirror has replaced.
  const isWorthRefreshing = failure && manager.refresh && !refreshed.has(run) && !options.signal.aborted;
  if (!isWorthRefreshing) return failure;
  return (await refresh()) ? failure : install();
}

interface Step {
  readonly orders: readonly Order[];
  readonly what: string;
  readonly args: readonly string[];
}

async function runStep({ orders, what, args }: Step, options: BatchOptions): Promise<Failure | undefined> {
  const { manager, elevation, timeoutMs, signal } = options;
  const context = orders[0]?.context;
  if (!context) return undefined;
  const command = shownCommand(manager, args, elevation);
  const why = orders.map(({ need }) => `${need.program} is needed ${need.why}`).join('; ');
  context.emit({ type: 'install.started', what, why, command });

  const { file, args: started, env } = startedCommand(manager, args, elevation);
  const result = await context.processes.run(file, started, {
    env,
    signal,
    timeoutMs,
    // Package managers end their transaction on SIGINT; killed in the middle they leave packages half configured.
    stopSignal: 'SIGINT',
    graceMs: 60_000,
    onStdout: (line) => context.log.debug('The package manager wrote a line.', { line }),
    onStderr: (line) => context.log.debug('The package manager wrote a line.', { line }),
  });
  const ok = result.ended === 'exit' && result.exitCode === 0;
  context.emit({ type: 'install.finished', what, ok, duration_ms: result.durationMs });
  return ok ? undefined : { command, reason: lastWordsOf(result) };
}

type Result = Awaited<ReturnType<RunContext['processes']['run']>>;

function lastWordsOf({ ended, exitCode, stderrTail, stdoutTail }: Result): string {
  if (ended === 'timeout') return 'it did not finish in time';
  if (ended === 'cancelled') return 'it was cancelled';
  if (ended === 'not-found') return 'the program is not there';
  const text = (stderrTail.trim() || stdoutTail.trim()).split('\n').slice(-5).join('\n');
  return text || `it ended with ${exitCode ?? ended} and said nothing`;
}
