import type { Template } from '../language/index.ts';
import type { VariableProvider } from '../plugin/index.ts';
import { fillSecretVariables, fillVariables } from './fill-variables.ts';
import type { Offer } from './known-text.ts';
import { machineMark, markVariable } from './run-mark.ts';

export interface OfferedVariables {
  readonly offers: readonly Offer[];
  /** These travel through the environment only. */
  readonly secretOffers: readonly Offer[];
  /** Names that the vendor's own Packer plugin reads, with their values. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Values that may never be shown. */
  readonly secrets: readonly (string | undefined)[];
}

/**
 * Gives connection values to templates that declare a variable of a usual name; secrets go through the environment. The
 * mark of the run is given too, and is no part of the fingerprint: it is new in every run.
 */
export function offeredVariables(offered: OfferedVariables): VariableProvider {
  const plain = (template: Template) => fillVariables(template, offered.offers);
  const set = Object.entries(offered.environment).filter(([, value]) => value);
  const environment = Object.fromEntries(set) as Record<string, string>;
  return {
    async fingerprint(target, context) {
      addSecrets(context.secrets, offered.secrets);
      const values = plain(context.templateOf(target));
      return Object.keys(values).length > 0 ? JSON.stringify(values) : undefined;
    },
    async resolve({ template, run, target }) {
      return { ...plain(template), ...markVariable(template, machineMark(run.id, target.slug)) };
    },
    async environment(target, context) {
      addSecrets(context.secrets, offered.secrets);
      const template = context.templateOf(target);
      return { ...environment, ...fillSecretVariables(template, offered.secretOffers) };
    },
  };
}

/** Makes sure that none of these values shows up anywhere. */
export function addSecrets(
  secrets: { add(value: string): void },
  values: readonly (string | undefined)[],
): void {
  for (const value of values) if (value) secrets.add(value);
}
