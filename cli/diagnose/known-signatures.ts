import type { ResolvedConfig } from '../../core/config/index.ts';
import type { FailureSignature } from '../../core/plugin/index.ts';
import { builtInSignatures } from '../../plugins/built-in-signatures.ts';

/** Every way to fail that is known: the configured plugins' own ones first, then all that come with this program. */
export function knownSignatures(config: ResolvedConfig | undefined): readonly FailureSignature[] {
  const builtIn = new Set(builtInSignatures);
  const own = (config?.plugins ?? []).flatMap(({ contributes }) => contributes.failureSignatures ?? []);
  return [...own.filter((signature) => !builtIn.has(signature)), ...builtInSignatures];
}
