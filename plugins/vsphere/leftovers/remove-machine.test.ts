import { machineMark } from 'packer-hybrid';
import { describe, expect, it } from 'vitest';
import { type DoubleObject, vcenterDouble } from '../testing/vcenter-double.ts';
import { isLeftover } from './find-machines.ts';
import { machineNow } from './machines.ts';
import { removeMachine } from './remove-machine.ts';

const mark = machineMark('20260101-000000-dead', 'dev.vsphere-iso.debian');
const self = { type: 'VirtualMachine', key: 'vm-1' };
const { signal } = new AbortController();

function machine({ notes = mark, template = 'false', uuid = 'u-1', power = 'poweredOn' } = {}): DoubleObject {
  const values = {
    name: 'debian',
    'config.annotation': notes,
    'config.template': template,
    'config.instanceUuid': uuid,
    'runtime.powerState': power,
  };
  return Object.fromEntries(Object.entries(values).map(([path, text]) => [path, `<val>${text}</val>`]));
}

/** A machine that was found, and is another one when it is to go. */
async function scene(found: DoubleObject, later: DoubleObject | undefined = found) {
  const done = { info: '<val><state>success</state></val>' };
  const { vcenter, changes, objects } = vcenterDouble({ 'vm-1': found, task: done });
  const seen = await machineNow(vcenter, self);
  if (!seen) throw new Error('the double has no machine');
  objects.set('vm-1', later);
  const isStillOurs = (now: typeof seen) => isLeftover(now, mark);
  return { changes, objects, remove: () => removeMachine(vcenter, seen, { isStillOurs, signal }) };
}

describe('removeMachine', () => {
  it('stops a machine that runs, and destroys it', async () => {
    const { remove, changes } = await scene(machine());

    await remove();

    expect(changes).toEqual(['PowerOffVM_Task vm-1', 'Destroy_Task vm-1']);
  });

  it('does not stop what is off', async () => {
    const { remove, changes } = await scene(machine({ power: 'poweredOff' }));

    await remove();

    expect(changes).toEqual(['Destroy_Task vm-1']);
  });

  it.each([
    ['lost the mark', machine({ notes: '' })],
    ['bears the mark of another run', machine({ notes: `${mark}-2` })],
    ['became a template', machine({ template: 'true' })],
    ['is another one under the same number', machine({ uuid: 'u-2' })],
  ])('leaves a machine alone that %s after it was found', async (_, later) => {
    const { remove, changes } = await scene(machine(), later);

    await expect(remove()).rejects.toThrow('bears the mark of the run no more');
    expect(changes).toEqual([]);
  });

  it('is content when it is gone by itself', async () => {
    const { remove, changes, objects } = await scene(machine());
    objects.delete('vm-1');

    await remove();

    expect(changes).toEqual([]);
  });
});
