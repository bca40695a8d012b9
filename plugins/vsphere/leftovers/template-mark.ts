import {
  attributeOf,
  putsMark,
  type Target,
  type Template,
  type TemplateMark,
  targetBody,
} from 'packer-hybrid';
import type { VsphereOptions } from '../options.ts';
import { readSource } from '../source.ts';

/** The configuration parameter that may bear the mark. */
export const MARK_PARAMETER = 'guestinfo.packer_hybrid_run';

const remedy =
  'Declare the variable "packer_hybrid_run" with the default "", write `notes = var.packer_hybrid_run` into the source, and let `vcenter_server` be the server of the configuration or of GOVC_URL.';

/** How a template lets what it makes on vSphere bear the mark of the run. */
export function templateMark(options: VsphereOptions): TemplateMark {
  return {
    remedy,
    isPut: (template, target) => isPut(template, target) && isReached(template, target, options),
  };
}

/** A configuration parameter counts under its one name. */
function isPut(template: Template, target: Target): boolean {
  if (putsMark(template, target, ['notes'])) return true;
  const parameters = attributeOf(targetBody(template, target), 'configuration_parameters');
  const isNamed = parameters?.text.includes(MARK_PARAMETER) === true;
  return isNamed && putsMark(template, target, ['configuration_parameters']);
}

/** Whether the machine will be made where we look: a template may name another vCenter than the configuration. */
function isReached(template: Template, target: Target, options: VsphereOptions): boolean {
  const { server } = readSource(template, targetBody(template, target), options);
  return server.state === 'text' && server.text === options.server;
}
