import type { Fault } from '../fault.ts';
import { inAzure } from '../templates/azure-injection.ts';

/** A secret that has expired is renewed by a person, or by the program that is set for it. */
export const fault: Fault = {
  name: 'azure-secret-expired',
  what: 'the client secret has expired',
  cause: 'platform-auth-failed',
  needs: ['program:openssl'],
  packers: 'built-in',
  expects: { action: 'none', outcome: 'escalated', exitCode: 3, attempts: 1, lasting: true },
  inject: (ctx) => inAzure(ctx, (call) => (/oauth2\/token/.test(call) ? error : undefined)),
};

const error = {
  status: 401,
  code: 'invalid_client',
  message:
    "AADSTS7000222: The provided client secret keys for app '11111111-1111-1111-1111-111111111111' are expired. Visit the Azure portal to create new keys for your app.",
};
