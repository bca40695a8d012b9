import { attributeOf, type Block, type Body } from 'packer-hybrid/rules';
import { insertBefore, replaceText } from '../_shared/insert-attribute.ts';
import { nestedBlocks } from '../_shared/nested.ts';
import { headOf, type Problem, placeOf } from '../_shared/problem.ts';
import { flagOf, isUnset, textOf } from '../_shared/settings.ts';

type Id = 'io-thread-controller' | 'controller-default';

const wanted = 'virtio-scsi-single';

/** The controller that all SCSI disks share. */
export function controllerProblems(body: Body): readonly Problem<Id>[] {
  const controller = textOf(body, 'scsi_controller');
  const isMissing = isUnset(body, 'scsi_controller');
  if (controller === wanted || (controller === undefined && !isMissing)) return [];
  const disks = nestedBlocks(body, 'disks');
  const threaded = disks.filter((disk) => flagOf(disk.body, 'io_thread') === true);
  if (threaded.length > 0) return threadProblems(body, threaded);
  const isScsi = disks.some((disk) => isUnset(disk.body, 'type') || textOf(disk.body, 'type') === 'scsi');
  return isMissing && isScsi ? [{ id: 'controller-default', at: headOf(body), severity: 'low' }] : [];
}

function threadProblems(body: Body, disks: readonly Block[]): readonly Problem<Id>[] {
  const written = textOf(body, 'scsi_controller');
  const controller = written === undefined ? 'the default, lsi' : `"${written}"`;
  return disks.map((disk, index) => {
    // One controller serves all disks, so one correction is enough.
    const fix = index === 0 ? fixOf(body) : [];
    const at = placeOf(disk.body, 'io_thread');
    return { id: 'io-thread-controller', at, data: { controller }, ...(fix.length > 0 && { fix }) };
  });
}

function fixOf(body: Body) {
  const attribute = attributeOf(body, 'scsi_controller');
  if (attribute) return replaceText(attribute, wanted);
  const [first] = body.blocks.filter(({ type }) => type === 'disks');
  return first ? insertBefore(first, `scsi_controller = "${wanted}"`) : [];
}
