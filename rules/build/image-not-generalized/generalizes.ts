import type { TargetView, Template } from 'packer-hybrid/rules';
import { appliesTo } from '../_shared/applies-to.ts';
import { isWindows } from '../_shared/is-windows.ts';
import { textOf } from '../_shared/settings.ts';

export type System = 'windows' | 'linux';

/** The system whose image needs a last step of its own: Windows anywhere, Linux on Azure. */
export function systemOf(template: Template, target: TargetView): System | undefined {
  const { type, body } = target;
  if (!types.has(type)) return undefined;
  if (isWindows(body) || runsPowerShell(template, target)) return 'windows';
  return type === 'azure-arm' && /^linux$/i.test(textOf(body, 'os_type') ?? '') ? 'linux' : undefined;
}

const types = new Set(['proxmox-iso', 'proxmox-clone', 'proxmox', 'vsphere-iso', 'qemu', 'azure-arm']);

/** PowerShell runs on Linux as well, so it only counts where nothing says what the guest is. */
function runsPowerShell(template: Template, target: TargetView): boolean {
  const { build, body } = target;
  const says = ['os_type', 'os', 'guest_os_type', 'ssh_username'].some(
    (one) => textOf(body, one) !== undefined,
  );
  const steps = build?.provisioners ?? [];
  return (
    !says &&
    steps.some((component) => component.type === 'powershell' && appliesTo(template, component, target))
  );
}

const signs: Readonly<Record<System, RegExp>> = {
  windows: /sysprep|[/-]generalize|IMAGE_STATE_GENERALIZE|generali[sz]e/i,
  linux: /waagent\b.*-{1,2}deprovision|deprovision\+user|\bdeprovision\b/i,
};

/** Whether a line of a script, or anything else that is said in a template, generalizes the image or starts what does. */
export function generalizes(text: string, system: System): boolean {
  return signs[system].test(text);
}
