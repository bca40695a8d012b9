import { attributeOf, defineRule, startOf } from 'packer-hybrid/rules';
import { isUnset, plainValue, textsOf } from '../_shared/settings.ts';

export default defineRule({
  id: 'security/azure-build-vm-open-to-internet',
  meta: {
    summary: 'The whole Internet may log in to the Azure machine while it is built.',
    severity: 'medium',
    impact: 'insecure-image',
    recovery: 'simple',
    confidence: 0.85,
    remedy:
      'Set allowed_inbound_ip_addresses to the addresses of the build runners, or build in a network of your own with virtual_network_name.',
    example: 'allowed_inbound_ip_addresses = [var.runner_cidr]',
    recommended: true,
  },
  messages: {
    unlimited:
      'Without allowed_inbound_ip_addresses or virtual_network_name, Azure gives the machine a public address that lets everybody reach SSH or WinRM.',
    everybody: 'allowed_inbound_ip_addresses contains "{address}", which is everybody.',
    emptyByDefault:
      'allowed_inbound_ip_addresses is empty unless the pipeline gives a value, and empty means that everybody may connect.',
  },
  create: ({ report }) => ({
    target({ type, body, source }) {
      if (type !== 'azure-arm' || !isUnset(attributeOf(body, 'virtual_network_name'))) return;
      const allowed = attributeOf(body, 'allowed_inbound_ip_addresses');
      if (!allowed) {
        report({ at: startOf(source), message: 'unlimited' });
        return;
      }
      const address = textsOf(body, 'allowed_inbound_ip_addresses').find((one) =>
        /^(\*|0\.0\.0\.0(\/0)?|::\/0|Internet|Any)$/i.test(one),
      );
      if (address) report({ at: allowed.valueRange, message: 'everybody', data: { address } });
      else if (isUnset(allowed)) {
        const isLiteral = allowed.expression.kind === 'list' || allowed.expression.kind === 'literal';
        const at = allowed.valueRange;
        if (isLiteral || plainValue(allowed.value) === null) report({ at, message: 'unlimited' });
        else report({ at, message: 'emptyByDefault', severity: 'low', confidence: 0.4 });
      }
    },
  }),
});
