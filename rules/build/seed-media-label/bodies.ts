import { attributeOf, type Body } from 'packer-hybrid/rules';
import { isoBlocks } from '../_shared/proxmox.ts';

/** The bodies that describe a CD: the source's own, and on Proxmox one block for each. */
export function bodiesWithMedia(body: Body): readonly Body[] {
  const bodies = [body, ...isoBlocks(body).map((block) => block.body)];
  return bodies.filter((one) => attributeOf(one, 'cd_content') || attributeOf(one, 'cd_files'));
}
