import { HybridError } from '../errors/index.ts';
import type { PlatformContribution, ProvisionerContribution, RulePack } from './contributions.ts';
import type { FailureSignature } from './failure-signature.ts';
import type { Plugin } from './plugin.ts';
import type { RecoveryAction } from './recovery-action.ts';

/** Everything that the plugins contribute as data, each id and type claimed once. */
export interface GatheredContributions {
  readonly platforms: readonly PlatformContribution[];
  readonly provisioners: readonly ProvisionerContribution[];
  readonly rulePacks: readonly RulePack[];
  readonly failureSignatures: readonly FailureSignature[];
  readonly recoveryActions: readonly RecoveryAction[];
}

/** Puts the contributions of all plugins together; a source type or provisioner claimed twice is an error. */
export function gatherContributions(plugins: readonly Plugin[]): GatheredContributions {
  const claims = new Map<string, string>();
  const claim = (kind: string, id: string, plugin: string) => {
    const other = claims.get(`${kind} ${id}`);
    if (other !== undefined) {
      throw new HybridError('PH_CONTRIBUTION_CLASH', { kind, id, plugins: [other, plugin] });
    }
    claims.set(`${kind} ${id}`, plugin);
  };

  for (const { name, contributes } of plugins) {
    for (const { id, sources } of contributes.platforms ?? []) {
      claim('platform', id, name);
      for (const source of sources) claim('source type', source, name);
    }
    for (const { types } of contributes.provisioners ?? []) {
      for (const type of types) claim('provisioner', type, name);
    }
    for (const { id } of contributes.recoveryActions ?? []) claim('recovery action', id, name);
    for (const { id, rules } of contributes.rulePacks ?? []) {
      claim('rule pack', id, name);
      for (const rule of Object.keys(rules)) claim('rule', rule, name);
    }
  }
  return {
    platforms: plugins.flatMap(({ contributes }) => contributes.platforms ?? []),
    provisioners: plugins.flatMap(({ contributes }) => contributes.provisioners ?? []),
    rulePacks: plugins.flatMap(({ contributes }) => contributes.rulePacks ?? []),
    failureSignatures: plugins.flatMap(({ contributes }) => contributes.failureSignatures ?? []),
    recoveryActions: plugins.flatMap(({ contributes }) => contributes.recoveryActions ?? []),
  };
}
