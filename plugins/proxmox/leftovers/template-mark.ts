import { putsMark, type Target, type Template, type TemplateMark, targetBody } from 'packer-hybrid';
import type { ProxmoxOptions } from '../options.ts';
import { readSource } from '../source.ts';

const remedy =
  'Declare the variable "packer_hybrid_run" with the default "", write `tags = var.packer_hybrid_run` into the source, and let `proxmox_url` be that of the configuration or of PROXMOX_URL.';

/** How a template lets what it makes on Proxmox VE bear the mark of the run. */
export function templateMark(options: ProxmoxOptions): TemplateMark {
  return {
    remedy,
    isPut: (template, target) => putsMark(template, target, ['tags']) && isReached(template, target, options),
  };
}

/** Whether the machine will be made where we look: a template may name another Proxmox than the configuration. */
function isReached(template: Template, target: Target, options: ProxmoxOptions): boolean {
  const { url } = readSource(template, targetBody(template, target), options);
  return url.state === 'text' && url.text === options.url;
}
