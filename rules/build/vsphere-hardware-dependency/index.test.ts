import { testRule } from 'packer-hybrid/testing';
import { found, inSource } from '../_shared/testing.ts';
import rule from './index.ts';

const linux = 'guest_os_type = "debian12_64Guest"';
const iso = (...lines: readonly string[]) => inSource('vsphere-iso', ...lines);

testRule(rule, {
  valid: [
    iso('firmware = "efi-secure"', 'vTPM = true', 'guest_os_type = "windows2022srvNext_64Guest"'),
    { name: 'a clone has the firmware of its template', code: inSource('vsphere-clone', 'vTPM = true') },
    {
      name: 'Windows reads floppies',
      code: iso(
        'guest_os_type = "windows9Server64Guest"',
        'floppy_files = ["a.xml"]',
        'network_adapters {',
        '  network_card = "e1000e"',
        '}',
      ),
    },
    iso(
      linux,
      'firmware = var.firmware',
      'vTPM = true',
      'precision_clock = "ntp"',
      'usb_controller = ["usb", "xhci"]',
    ),
    iso(linux, 'vbs_enabled = true', 'vvtd_enabled = true', 'NestedHV = true', 'firmware = "efi-secure"'),
    iso(
      linux,
      'tools_sync_time = true',
      'tools_sync_time_periodically = true',
      'RAM_reserve_all = false',
      'RAM_reservation = 1024',
    ),
    iso('guest_os_type = "ubuntu64Guest"', 'floppy_files = ["a"]', 'iso_paths = ["[d] ubuntu-16.04.iso"]'),
    inSource('qemu', 'firmware = "x"'),
  ],
  invalid: [
    {
      code: iso('firmware = "bios"', 'vTPM = true', 'guest_os_type = "windows2022srvNext_64Guest"'),
      findings: [
        found('3:3', 'tpm-firmware', { severity: 'high' }),
        found('4:3', 'guest-bios', { data: { guest: 'Windows Server 2025' }, severity: 'low' }),
      ],
    },
    {
      code: iso('vTPM = true'),
      findings: [found('1:27', 'guest-missing', { severity: 'medium' }), found('2:3', 'tpm-firmware')],
    },
    {
      name: 'the firmware is a variable',
      code: `variable "firmware" {\n  default = "uefi"\n}\n${iso(linux, 'firmware = var.firmware')}`,
      findings: [found('6:14', 'firmware-unknown')],
    },
    {
      code: iso(linux, 'RAM_reservation = 1024', 'RAM_reserve_all = true'),
      findings: [found('4:3', 'reservation-twice')],
    },
    {
      code: iso(linux, 'vbs_enabled = true', 'NestedHV = true', 'firmware = "efi"'),
      findings: [
        found('3:3', 'vbs-incomplete', {
          data: { missing: '"vvtd_enabled" = true and "firmware" = "efi-secure"' },
        }),
      ],
    },
    {
      code: iso(linux, 'precision_clock = "gps"', 'tools_sync_time_periodically = true'),
      findings: [found('3:21', 'clock-unknown'), found('4:3', 'time-sync')],
    },
    {
      code: iso(linux, 'usb_controller = ["xhci", "xhci"]'),
      findings: [found('3:20', 'usb-controllers', { data: { found: 'have "xhci" twice' } })],
    },
    { code: iso(linux, 'usb_controller = ["ehci"]'), findings: [found('3:20', 'usb-controllers')] },
    {
      code: iso(
        linux,
        'floppy_files = ["preseed.cfg"]',
        'network_adapters {',
        '  network_card = "e1000"',
        '}',
      ),
      findings: [
        found('3:3', 'floppy-without-driver', { severity: 'medium' }),
        found('5:20', 'network-card', { severity: 'low' }),
      ],
    },
    {
      code: iso(
        'guest_os_type = "ubuntu64Guest"',
        'floppy_files = ["a"]',
        'iso_paths = ["[d] ubuntu-22.04.iso"]',
      ),
      findings: [found('3:3', 'floppy-without-driver')],
    },
  ],
});
