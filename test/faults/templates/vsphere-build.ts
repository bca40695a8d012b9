import { type SimulatedVcenter, vsphereSource } from '../../support/vcenter.ts';
import { type Attributes, withAttributes } from './attributes.ts';

/** The password of the simulator as its template takes it; it belongs into the environment of the run. */
export const passwordVariable = 'PKR_VAR_vcenter_password';

/** Clones a machine of that vCenter into the template "golden"; these attributes stand in for the source's own. */
export function vsphereBuild(vcenter: SimulatedVcenter, attributes: Attributes = {}): string {
  return `
variable "vcenter_password" {
  type      = string
  sensitive = true
}
${withAttributes(vsphereSource('golden', vcenter), attributes)}
build {
  sources = ["source.vsphere-clone.golden"]
}
`;
}
