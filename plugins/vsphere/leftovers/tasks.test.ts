import { describe, expect, it } from 'vitest';
import { vcenterDouble } from '../testing/vcenter-double.ts';
import { finishTask, settleCreations } from './tasks.ts';

const { signal } = new AbortController();

interface Info {
  readonly state: string;
  readonly what?: string;
  readonly by?: string;
  readonly error?: string;
}

function info({
  state,
  what = 'VirtualMachine.clone',
  by = 'VSPHERE.LOCAL\\packer',
  error = '',
}: Info): string {
  const reason = `<reason xsi:type="TaskReasonUser"><userName>${by}</userName></reason>`;
  const failure = `<error><fault xsi:type="${error}"></fault><localizedMessage></localizedMessage></error>`;
  return `<val xsi:type="TaskInfo"><descriptionId>${what}</descriptionId><state>${state}</state>${error && failure}${reason}</val>`;
}

/** A task that is done when it was looked at twice. */
function slow(task: Omit<Info, 'state'> = {}): { readonly look: () => string; readonly looks: () => number } {
  let looks = 0;
  const look = () => {
    looks += 1;
    return info({ ...task, state: looks > 2 ? 'success' : 'running' });
  };
  return { look, looks: () => looks };
}

const recent = (...keys: readonly string[]) =>
  `<val>${keys.map((key) => `<ManagedObjectReference type="Task">${key}</ManagedObjectReference>`).join('')}</val>`;

describe('settleCreations', () => {
  it('waits for machines that are being made for the same user', async () => {
    const { look, looks } = slow();
    const { vcenter } = vcenterDouble({
      TaskManager: { recentTask: recent('task-1') },
      'task-1': { info: look },
    });

    await settleCreations(vcenter, signal);

    expect(looks()).toBe(3);
  });

  it.each([
    ['of others', { by: 'VSPHERE.LOCAL\\somebody' }],
    ['that make nothing', { what: 'VirtualMachine.powerOn' }],
  ])('does not wait for tasks %s', async (_, task) => {
    const { look, looks } = slow(task);
    const { vcenter } = vcenterDouble({
      TaskManager: { recentTask: recent('task-1') },
      'task-1': { info: look },
    });

    await settleCreations(vcenter, signal);

    expect(looks()).toBe(1);
  });

  it('takes a task that vCenter has forgotten for done', async () => {
    const { vcenter } = vcenterDouble({ TaskManager: { recentTask: recent('task-1') } });

    await expect(settleCreations(vcenter, signal)).resolves.toBeUndefined();
  });

  it('ends with the signal', async () => {
    const aborting = new AbortController();
    const look = () => {
      aborting.abort(new Error('interrupted'));
      return info({ state: 'running' });
    };
    const { vcenter } = vcenterDouble({
      TaskManager: { recentTask: recent('task-1') },
      'task-1': { info: look },
    });

    await expect(settleCreations(vcenter, aborting.signal)).rejects.toThrow('aborted');
  });
});

describe('finishTask', () => {
  const call = { method: 'Destroy_Task', self: { type: 'VirtualMachine', key: 'vm-1' } };

  it('waits until the task is done', async () => {
    const { look } = slow();
    const { vcenter, changes } = vcenterDouble({ task: { info: look } });

    await finishTask(vcenter, call, signal);

    expect(changes).toEqual(['Destroy_Task vm-1']);
  });

  it('rejects with the fault where vCenter has no words for it', async () => {
    const { vcenter } = vcenterDouble({
      task: { info: info({ state: 'error', error: 'InvalidPowerState' }) },
    });

    await expect(finishTask(vcenter, call, signal)).rejects.toThrow('vCenter says: InvalidPowerState');
  });
});
