import { attributeOf, type Body, defineRule, type TargetView } from 'packer-hybrid/rules';
import { type Problem, reportProblems } from '../_shared/problem.ts';
import { flagOf, isSet, textOf } from '../_shared/settings.ts';
import { type Argument, argumentsOf } from './arguments.ts';
import { doubled } from './doubled.ts';

export default defineRule({
  id: 'build/qemuargs-override-defaults',
  meta: {
    summary: 'One option in "qemuargs" removes all of its kind that the plugin would give to QEMU.',
    severity: 'high',
    impact: 'build-fails',
    recovery: 'moderate',
    confidence: 0.87,
    remedy: "Use the plugin's own attributes, or list the complete set of options of that kind.",
    example: 'memory   = 4096\nqemuargs = [["-cpu", "host"], ["-serial", "file:serial.log"]]',
    recommended: true,
  },
  messages: {
    drive:
      'One "-drive" replaces all that the plugin makes: the system disk, the ISO, CD content and firmware are gone.',
    device: 'One "-device" replaces all that the plugin makes: {lost} is gone.',
    netdev:
      'This "-netdev" replaces the one of the plugin: without forwarding to its port Packer cannot reach the guest.',
    doubled: '"{option}" and "{attribute}" set the same thing: the option wins.',
  },
  subs: {
    drive: 'drives that are replaced',
    device: 'devices that are replaced',
    netdev: 'network without forwarding to the guest',
    doubled: 'option that an attribute sets as well',
  },
  create: ({ template, report }) => ({
    target(target) {
      const { type, body } = target;
      const attribute = type === 'qemu' ? attributeOf(body, 'qemuargs') : undefined;
      if (!attribute) return;
      const options = argumentsOf(template, attribute);
      reportProblems(report, [
        ...driveProblems(target, options),
        ...deviceProblems(body, options),
        ...netdevProblems(body, options),
        ...doubled(body, options),
      ]);
    },
  }),
});

function of(options: readonly Argument[], name: string): readonly Argument[] {
  return options.filter((option) => option.name === name);
}

/** Sets that bring the plugin's own disk back are meant so. */
function driveProblems(
  { body, name, use }: TargetView,
  options: readonly Argument[],
): readonly Problem<'drive'>[] {
  const drives = of(options, '-drive');
  const alias = use?.alias ?? name;
  const own = [
    textOf(body, 'output_directory') ?? `output-${alias}`,
    textOf(body, 'vm_name') ?? `packer-${alias}`,
  ];
  const isMeant = drives.some(
    ({ value }) =>
      value === undefined || /\.OutputDir|\.Name/.test(value) || own.some((text) => value.includes(text)),
  );
  return isMeant ? [] : drives.slice(0, 1).map(({ at }) => ({ id: 'drive', at }));
}

function deviceProblems(body: Body, options: readonly Argument[]): readonly Problem<'device'>[] {
  const devices = of(options, '-device');
  const has = (pattern: RegExp) => devices.some(({ value }) => value === undefined || pattern.test(value));
  const isScsi = ['disk_interface', 'cdrom_interface'].some((name) => textOf(body, name) === 'virtio-scsi');
  const lost = [
    ...(isScsi && !has(/scsi-(hd|cd|disk)/) ? ['the SCSI controller with its drives'] : []),
    ...(flagOf(body, 'vtpm') === true && !has(/tpm-/) ? ['the TPM'] : []),
  ].join(' and ');
  return lost === '' ? [] : devices.slice(0, 1).map(({ at }) => ({ id: 'device', at, data: { lost } }));
}

function netdevProblems(body: Body, options: readonly Argument[]): readonly Problem<'netdev'>[] {
  const networks = of(options, '-netdev');
  const isElsewhere =
    textOf(body, 'communicator') === 'none' ||
    isSet(body, 'ssh_host') ||
    isSet(body, 'winrm_host') ||
    flagOf(body, 'skip_nat_mapping') !== false ||
    networks.some(({ value }) => value === undefined || /\.(SSH|WinRM)?HostPort/.test(value));
  return isElsewhere ? [] : networks.slice(0, 1).map(({ at }) => ({ id: 'netdev', at }));
}
