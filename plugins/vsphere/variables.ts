import { offeredVariables, type VariableProvider } from 'packer-hybrid';
import { offersOf } from './offers.ts';
import type { VsphereOptions } from './options.ts';

/** Values that may not show up anywhere. */
export const secretsOf = ({ password }: VsphereOptions): readonly (string | undefined)[] => [password];

/** Gives connection values to templates that declare a variable of a usual name; the password goes through the environment. */
export function vsphereVariables(options: VsphereOptions): VariableProvider {
  const { password, ...others } = offersOf(options);
  return offeredVariables({
    offers: Object.values(others),
    secretOffers: [password],
    secrets: secretsOf(options),
    environment: { KUBECONFIG: options.kubeconfig },
  });
}
