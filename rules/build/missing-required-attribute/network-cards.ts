import { type Block, type Body, blocksOf, settingOf } from 'packer-hybrid/rules';

/** Adapters without a card: vSphere has no default for it when a machine is made from scratch. */
export function missingNetworkCards(type: string, body: Body): readonly Block[] {
  if (type !== 'vsphere-iso') return [];
  return blocksOf(body, 'network_adapters').filter(
    (block) => settingOf(block.body, 'network_card').presence === 'unset',
  );
}
