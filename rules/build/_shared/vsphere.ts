/** Whether a source is built on vSphere. */
export function isVsphere(type: string): boolean {
  return type === 'vsphere-iso' || type === 'vsphere-clone';
}
