import type { FailureClass, RecoverContext } from 'packer-hybrid';

/** How often a build ends well after its recovery, where nothing was learned yet. */
const priors: Readonly<Record<FailureClass, number>> = {
  transient: 0.7,
  infrastructure: 0.5,
  guest: 0.5,
  toolchain: 0.7,
  provisioner: 0.3,
  config: 0.6,
  security: 0.5,
};

/** How likely the next build ends well: what was learned counts three times as much as what is usual; a try in vain halves it. */
export function confidenceIn(
  actions: readonly string[],
  { diagnosis, history, successRate }: Pick<RecoverContext, 'diagnosis' | 'history' | 'successRate'>,
): number {
  const prior = diagnosis ? priors[diagnosis.class] : 0;
  const rates = actions.flatMap((action) => successRate(action) ?? []);
  const learned = rates.length === 0 ? prior : (prior + 3 * Math.min(...rates)) / 4;
  const inVain = history.filter(({ plan, success }) => plan.cause === diagnosis?.cause && !success).length;
  return Math.round((learned / 2 ** inVain) * 100) / 100;
}
