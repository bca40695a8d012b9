import { type LeftoverRequest, machineMark } from 'packer-hybrid';
import { describe, expect, it } from 'vitest';
import { ProxmoxOptions } from '../options.ts';
import {
  type DoubleMachine,
  type DoubleSettings,
  doubleSecret,
  doubleUser,
  proxmoxDouble,
} from '../testing/proxmox-double.ts';
import { proxmoxLeftovers } from './proxmox-leftovers.ts';

const run = '20260101-000000-dead';
const target = 'dev.proxmox-iso.Debian';
const mark = machineMark(run, target);
const { signal } = new AbortController();

async function scene(machines: DoubleMachine[], settings?: DoubleSettings) {
  const double = await proxmoxDouble(machines, settings);
  const token = { username: `${doubleUser}!build`, token: doubleSecret };
  const find = (login: Partial<ProxmoxOptions> = token) => {
    const options = ProxmoxOptions.parse({ url: double.url, ...login });
    const request = { run, targets: [target], signal } as unknown as LeftoverRequest;
    return proxmoxLeftovers(options).find(request);
  };
  const reap = async (login?: Partial<ProxmoxOptions>) => {
    const found = await find(login);
    for (const machine of found) await machine.remove?.(signal);
    return found.map(({ what }) => what);
  };
  return { double, find, reap, left: () => double.machines.map(({ vmid }) => vmid) };
}

describe('leftovers on Proxmox VE', () => {
  it('are the machines with the tag of run and target, and nothing else is touched', async () => {
    const { double, reap, left } = await scene([
      { vmid: 100, name: 'debian', status: 'running', tags: `packer;${mark}` },
      { vmid: 101, name: 'debian-2', tags: `${mark}-2;${run}` },
      { vmid: 102, name: 'debian' },
      { vmid: 103, name: 'debian', template: 1, tags: mark },
      { vmid: 104, name: 'debian', type: 'lxc', tags: mark },
      { vmid: 105, name: 'other', tags: machineMark(run, 'dev.proxmox-iso.other') },
      { vmid: 106, node: 'pve 2', tags: mark },
    ]);

    const removed = await reap();

    expect(removed).toEqual(['Proxmox machine 100 (debian) on pve1', 'Proxmox machine 106 on pve 2']);
    expect(left()).toEqual([101, 102, 103, 104, 105]);
    expect(double.asked.filter((line) => !line.startsWith('GET'))).toEqual([
      'POST /nodes/pve1/qemu/100/status/stop',
      'DELETE /nodes/pve1/qemu/100?purge=1&destroy-unreferenced-disks=0',
      'DELETE /nodes/pve%202/qemu/106?purge=1&destroy-unreferenced-disks=0',
    ]);
  });

  it('are found with a password too', async () => {
    const { reap, left } = await scene([{ vmid: 100, tags: mark }]);

    await reap({ username: doubleUser, password: doubleSecret });

    expect(left()).toEqual([]);
  });

  it('are found where the list of machines says nothing of tags', async () => {
    const { reap, left } = await scene(
      [
        { vmid: 100, tags: mark },
        { vmid: 101, tags: 'mine' },
        { vmid: 102, template: 1, tags: mark },
      ],
      { listsTags: false },
    );

    await reap();

    expect(left()).toEqual([101, 102]);
  });

  it.each([
    ['a wrong token', { username: `${doubleUser}!build`, token: 'wrong-pony' }, '401: No ticket'],
    ['a wrong password', { username: doubleUser, password: 'wrong-pony' }, '401: authentication failure'],
    ['no secret', { username: doubleUser }, 'PROXMOX_TOKEN'],
  ])('cannot be looked for with %s, and no secret is told', async (_, login, reason) => {
    const { find } = await scene([]);

    const message = await find({ token: undefined, password: undefined, ...login }).catch(
      (cause) => cause.message,
    );

    expect(message).toContain(reason);
    expect(message).not.toContain('pony');
  });

  it('stay while somebody holds a lock on them', async () => {
    const { reap, left } = await scene([{ vmid: 100, tags: mark, lock: 'backup' }]);

    await expect(reap()).rejects.toThrow('machine 100 is locked (backup)');
    expect(left()).toEqual([100]);
  });

  it.each([
    ['lost its tag', (machine: DoubleMachine) => (machine.tags = '')],
    ['got another tag', (machine: DoubleMachine) => (machine.tags = machineMark(run, 'x'))],
  ])('stay when a machine %s after it was found', async (_, change) => {
    const machine: DoubleMachine = { vmid: 100, tags: mark };
    const { find, left, double } = await scene([machine, { vmid: 101, tags: 'mine' }]);
    const [found] = await find();
    change(machine);

    await found?.remove?.(signal);

    expect(left()).toEqual([100, 101]);
    expect(double.asked.filter((line) => !line.startsWith('GET'))).toEqual([]);
  });

  it('are no failure when they are gone by themselves', async () => {
    const { find, double } = await scene([{ vmid: 100, tags: mark }]);
    const [found] = await find();
    double.machines.length = 0;

    await expect(found?.remove?.(signal)).resolves.toBeUndefined();
  });

  it('stay with the last words of the task where it fails', async () => {
    const { reap, left } = await scene([{ vmid: 100, tags: mark }], {
      exits: { qmdestroy: "can't lock file '/var/lock/qemu-server/lock-100.conf' - got timeout" },
    });

    await expect(reap()).rejects.toThrow("Proxmox says: can't lock file");
    expect(left()).toEqual([100]);
  });
});
