import { type Body, defineRule } from 'packer-hybrid/rules';
import { notAmong } from '../_shared/combine.ts';
import { nestedBlocks } from '../_shared/nested.ts';
import { type Problem, placeOf, reportProblems, valuePlace } from '../_shared/problem.ts';
import { flagOf, isSet, shownValue } from '../_shared/settings.ts';
import { isVsphere } from '../_shared/vsphere.ts';
import { controllerProblems } from './controllers.ts';
import { sizeProblems } from './size.ts';

export default defineRule({
  id: 'build/vsphere-storage-invalid',
  meta: {
    summary: 'A disk on vSphere has no size, a size in the wrong unit, or no controller.',
    severity: 'critical',
    impact: 'build-fails',
    recovery: 'trivial',
    confidence: 0.92,
    remedy: 'Give sizes in MiB, and list a controller for every "disk_controller_index".',
    example:
      'disk_controller_type = ["pvscsi"]\nstorage {\n  disk_size             = 40960\n  disk_thin_provisioned = true\n}',
    recommended: true,
    fixable: 'suggested',
  },
  messages: {
    'size-missing': 'The disk has no "disk_size": the plugin refuses it.',
    'size-small': 'The size is in MiB: {size} MiB is too small for any system.',
    'controller-missing': 'The disk is at controller {index}, but {found}.',
    'controller-unknown': '"{value}" is no controller for disks; vSphere knows {allowed}.',
    'linked-clone-size': 'A linked clone shares the disk of its template: its size cannot be set.',
  },
  subs: {
    'size-missing': 'no size',
    'size-small': 'size that looks like GB',
    'controller-missing': 'controller that is not listed',
    'controller-unknown': 'unknown controller',
    'linked-clone-size': 'size of a linked clone',
  },
  create: ({ report }) => ({
    target({ type, body }) {
      if (!isVsphere(type)) return;
      reportProblems(report, [
        ...nestedBlocks(body, 'storage').flatMap((block) => sizeProblems(block.body)),
        ...controllerProblems(body, type === 'vsphere-iso'),
        ...typeProblems(body),
        ...linkedProblems(body),
      ]);
    },
  }),
});

const types = ['lsilogic', 'lsilogic-sas', 'pvscsi', 'nvme', 'scsi', 'sata'];

function typeProblems(body: Body): readonly Problem<'controller-unknown'>[] {
  const name = 'disk_controller_type';
  const value = shownValue(body, name);
  if (!Array.isArray(value)) return notAmong(body, 'controller-unknown', { name, allowed: types });
  return value
    .filter((one) => typeof one === 'string' && !types.includes(one))
    .map((one) => ({
      id: 'controller-unknown',
      at: valuePlace(body, name),
      data: { value: String(one), allowed: types.join(', ') },
    }));
}

function linkedProblems(body: Body): readonly Problem<'linked-clone-size'>[] {
  const isSized = flagOf(body, 'linked_clone') === true && isSet(body, 'disk_size');
  return isSized ? [{ id: 'linked-clone-size', at: placeOf(body, 'disk_size') }] : [];
}
