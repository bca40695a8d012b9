import { defineRule } from 'packer-hybrid/rules';
import { reportProblems } from '../_shared/problem.ts';
import { isVsphere } from '../_shared/vsphere.ts';
import { clockProblems } from './clock.ts';
import { deviceProblems } from './devices.ts';
import { firmwareProblems } from './firmware.ts';
import { guestProblems } from './guest.ts';

export default defineRule({
  id: 'build/vsphere-hardware-dependency',
  meta: {
    summary: 'Hardware of a machine on vSphere lacks what it depends on, or does not suit the guest.',
    severity: 'high',
    impact: 'build-fails',
    recovery: 'simple',
    confidence: 0.85,
    remedy: 'Set what the option depends on, or leave the option out.',
    example:
      'firmware      = "efi-secure"\nvTPM          = true\nguest_os_type = "windows2022srvNext_64Guest"',
    recommended: true,
  },
  messages: {
    'reservation-twice': '"{first}" and "{second}" both reserve memory: the plugin takes only one.',
    'firmware-unknown': '"{name}" is "{value}"; vSphere knows {allowed}.',
    'tpm-firmware': '"vTPM" needs "firmware" = "efi" or "efi-secure"; here it is {firmware}.',
    'vbs-incomplete': '"vbs_enabled" needs {missing} as well.',
    'clock-unknown': '"{name}" is "{value}"; vSphere knows {allowed}.',
    'time-sync': '"tools_sync_time_periodically" needs "tools_sync_time" = true.',
    'usb-controllers': 'The USB controllers {found}: a machine has one "usb" and one "xhci" at most.',
    'guest-missing':
      'No "guest_os_type": vSphere takes it for "otherGuest", with old hardware and without customization.',
    'guest-bios': '{guest} expects UEFI, and the firmware here is BIOS.',
    'floppy-without-driver': 'This guest has no driver for floppies: what "{name}" holds is never found.',
    'network-card': 'An emulated "{card}" is far slower than "vmxnet3", which Linux has a driver for.',
  },
  subs: {
    'reservation-twice': 'memory reserved twice',
    'firmware-unknown': 'unknown firmware',
    'tpm-firmware': 'TPM without UEFI',
    'vbs-incomplete': 'virtualization-based security without its hardware',
    'clock-unknown': 'unknown precision clock',
    'time-sync': 'periodic synchronization without synchronization',
    'usb-controllers': 'unknown or too many USB controllers',
    'guest-missing': 'no type of guest',
    'guest-bios': 'current Windows with BIOS',
    'floppy-without-driver': 'floppy for a guest without driver',
    'network-card': 'emulated network card for Linux',
  },
  create: ({ report }) => ({
    target({ type, body }) {
      if (!isVsphere(type)) return;
      const isInstalled = type === 'vsphere-iso';
      reportProblems(report, [
        ...firmwareProblems(body, isInstalled),
        ...clockProblems(body),
        ...deviceProblems(body),
        ...guestProblems(body, isInstalled),
      ]);
    },
  }),
});
