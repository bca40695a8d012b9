import type { ProcessResult } from '../process/process-result.ts';
import type { Artifact, Target } from '../schema/index.ts';

/** A finished image that runs again, from a throw-away copy of its disk. */
export interface Guest {
  readonly bootMs: number;
  /** Runs a command inside the guest over SSH. */
  exec(
    command: string,
    options?: { readonly signal?: AbortSignal; readonly timeoutMs?: number },
  ): Promise<ProcessResult>;
  stop(): Promise<void>;
}

/** Boots artifacts of one platform; absent where a platform cannot do that. */
export interface GuestBooter {
  boot(request: GuestRequest): Promise<Guest>;
}
export interface GuestRequest {
  readonly target: Target;
  readonly artifact: Artifact;
  readonly signal: AbortSignal;
}

/**
 * Services that plugins offer each other, by name. Extend it where you provide one:
 * `declare module 'packer-hybrid' { interface PluginServices { vault: VaultClient } }`.
 */
export interface PluginServices {
  [guests: `guests/${string}`]: GuestBooter;
}

export type ServiceName = keyof PluginServices & string;
