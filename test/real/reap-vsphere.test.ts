import { existsSync, readdirSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it, onTestFinished, type TestContext } from 'vitest';
import type { ReapDocument } from '../../cli/reap/document.ts';
import { runCli, runForRecord, startCli } from '../support/cli.ts';
import { endLeftBehind, leftBehind } from '../support/left-behind.ts';
import { vsphereOr } from '../support/real-components.ts';
import { type TestWorkspace, testWorkspace } from '../support/test-workspace.ts';
import { startVcenter, vcenterPassword, vcenterUser } from '../support/vcenter.ts';
import { destroyMachine, disguise, inventoryOf } from '../support/vcenter-inventory.ts';

const variables = ['vcenter_server', 'vcenter_username', 'vcenter_password', 'packer_hybrid_run'];
const slug = 'default.vsphere-clone.golden';

const marks = {
  notes: 'notes = "Made by $' + '{var.packer_hybrid_run}."',
  parameter: 'configuration_parameters = { "guestinfo.packer_hybrid_run" = var.packer_hybrid_run }',
  none: '',
} as const;
const specifics = {
  'vsphere-clone': 'template = "DC0_H0_VM0"',
  'vsphere-iso': `guest_os_type = "debian12_64Guest"
  storage {
    disk_size = 1024
  }`,
} as const;

interface SourceOptions {
  readonly type?: keyof typeof specifics;
  readonly mark?: keyof typeof marks;
  readonly end?: keyof typeof ends;
}

const ends = {
  waits:
    'communicator = "ssh"\n  ssh_username = "nobody"\n  ssh_password = var.vcenter_password\n  ip_wait_timeout = "30m"',
  template: 'communicator = "none"\n  convert_to_template = true',
  machine: 'communicator = "none"',
} as const;

/** A machine that nobody can log in to, so that Packer waits for its address for ever, unless it needs none. */
function source(name: string, { type = 'vsphere-clone', mark = 'parameter', end = 'waits' }: SourceOptions) {
  return `
source "${type}" "${name}" {
  vcenter_server      = var.vcenter_server
  username            = var.vcenter_username
  password            = var.vcenter_password
  insecure_connection = true
  vm_name             = "${name}"
  host                = "DC0_H0"
  datacenter          = "DC0"
  datastore           = "LocalDS_0"
  ${specifics[type]}
  ${marks[mark]}
  ${ends[end]}
}

build {
  sources = ["source.${type}.${name}"]
}
`;
}

function template(sources: Readonly<Record<string, SourceOptions>>): string {
  const declared = variables.map((name) => `variable "${name}" {\n  type    = string\n  default = ""\n}\n`);
  return [...declared, ...Object.entries(sources).map(([name, options]) => source(name, options))].join('');
}

async function scene(
  ctx: TestContext,
  golden: SourceOptions = {},
  others: Readonly<Record<string, SourceOptions>> = {},
) {
  const { packer, program } = vsphereOr(ctx);
  const vcenter = await startVcenter(program);
  // Who waited for the address of the machine would keep the simulator from ending.
  onTestFinished(() => destroyMachine(vcenter, 'golden'));
  const workspace = await testWorkspace({ 'golden.pkr.hcl': template({ golden, ...others }) });
  const env = {
    ...{ GOVC_URL: vcenter.host, GOVC_USERNAME: vcenterUser, GOVC_PASSWORD: vcenterPassword },
    GOVC_INSECURE: 'true',
  };
  return { vcenter, workspace, packer, env };
}

type Scene = Awaited<ReturnType<typeof scene>>;

/** A run that is killed while its machine is there; answers with its name. */
async function killedRun({ workspace, packer, env }: Scene, ...signs: readonly string[]): Promise<string> {
  const cli = await startCli(['run', '--format', 'ndjson'], { cwd: workspace.root, packer, env });
  for (const sign of ['Waiting for IP', ...signs]) await cli.shows(sign);
  cli.signal('SIGKILL');
  while (existsSync(`/proc/${cli.pid}/exe`)) await delay(20);
  return runOf(workspace);
}

function runOf(workspace: TestWorkspace): string {
  return String(readdirSync(workspace.path('logs')).toSorted().at(-1));
}

async function reap(
  { workspace, env }: Scene,
  ...options: readonly string[]
): Promise<ReapDocument & { code: number | null }> {
  const { stdout, stderr, code } = await runCli(['reap', '--format', 'json', ...options], {
    cwd: workspace.root,
    env,
  });
  expect(stdout + stderr).not.toContain(vcenterPassword);
  return { ...JSON.parse(stdout), code };
}

const machinesIn = ({ leftovers }: ReapDocument) =>
  leftovers
    .filter(({ kind }) => kind === 'machine')
    .map(({ what, outcome }) => `${outcome} ${what.replace(/ \(vm-.*/, '')}`);

describe('a vSphere build that is killed', { timeout: 120_000 }, () => {
  it('leaves no machine once it is reaped, and machines of others stay', async (ctx) => {
    const here = await scene(ctx);
    const { vcenter, workspace } = here;
    const run = await killedRun(here);
    const mark = `${run}.${slug}`;
    await disguise(vcenter, 'DC0_H0_VM1', { name: 'golden-2', notes: `packer_hybrid_run=${mark}-2` });
    await disguise(vcenter, 'DC0_C0_RP0_VM0', { name: 'golden-3', notes: run });
    await disguise(vcenter, 'DC0_C0_RP0_VM1', { name: 'golden-4', notes: mark, template: true });
    const before = await inventoryOf(vcenter);

    const planned = await reap(here, '--dry-run');
    const stillThere = (await inventoryOf(vcenter)).has('golden');
    const reaped = await reap(here);
    const again = await reap(here);

    const after = await inventoryOf(vcenter);
    expect(before.get('golden')).toMatchObject({ marks: ['', mark], isTemplate: false, isOff: false });
    expect([machinesIn(planned), stillThere]).toEqual([['found vSphere machine golden'], true]);
    expect(machinesIn(reaped)).toEqual(['removed vSphere machine golden']);
    expect([reaped.unsearched, reaped.code, again.leftovers]).toEqual([[], 0, []]);
    expect([...before.keys()].filter((name) => !after.has(name))).toEqual(['golden']);
    expect(after.get('golden-4')?.isTemplate).toBe(true);
    expect(leftBehind(workspace.root)).toEqual([]);
    expect(readdirSync(workspace.path('state', 'journal'))).toEqual([]);
  });

  it('made from an image, with the mark in its notes, leaves no machine either', async (ctx) => {
    const here = await scene(ctx, { type: 'vsphere-iso', mark: 'notes' });
    const run = await killedRun(here);
    const before = await inventoryOf(here.vcenter);

    const reaped = await reap(here);

    expect(before.get('golden')?.marks[0]).toBe(`Made by ${run}.default.vsphere-iso.golden.`);
    expect(machinesIn(reaped)).toEqual(['removed vSphere machine golden']);
    expect((await inventoryOf(here.vcenter)).has('golden')).toBe(false);
  });

  it('keeps the machine of a target that it had finished', async (ctx) => {
    const here = await scene(ctx, {}, { finished: { end: 'machine' } });
    const run = await killedRun(here, 'target.finished');

    const reaped = await reap(here);

    const after = await inventoryOf(here.vcenter);
    expect(machinesIn(reaped)).toEqual(['removed vSphere machine golden']);
    expect(after.get('finished')).toMatchObject({
      marks: ['', `${run}.default.vsphere-clone.finished`],
      isTemplate: false,
    });
  });

  it('is told of where its template does not mark machines, with the lines to add', async (ctx) => {
    const here = await scene(ctx, { mark: 'none' });
    await killedRun(here);
    // Packer would destroy its machine by itself if it were asked to end.
    endLeftBehind(here.workspace.root);

    const reaped = await reap(here);

    expect(machinesIn(reaped)).toEqual([]);
    expect(reaped.unsearched).toMatchObject([
      { platform: 'vsphere', reason: `nobody can tell which machines were made for ${slug}` },
    ]);
    expect(reaped.unsearched[0]?.remedy).toContain('packer_hybrid_run');
    expect(reaped.code).toBe(1);
    expect((await inventoryOf(here.vcenter)).has('golden')).toBe(true);
  });

  it('is told of, and tried again, where vCenter cannot be asked', async (ctx) => {
    const here = await scene(ctx);
    await killedRun(here);
    const asking = (change: Readonly<Record<string, string>>) =>
      reap({ ...here, env: { ...here.env, ...change } }).then(({ unsearched }) => unsearched[0]?.reason);

    const reasons = [
      await asking({ GOVC_PASSWORD: 'not-the-password' }),
      await asking({ GOVC_INSECURE: 'false' }),
      await asking({ GOVC_USERNAME: '' }),
      await asking({ GOVC_URL: '127.0.0.1:1' }),
    ];
    const reaped = await reap(here);

    expect(reasons).toEqual([
      expect.stringMatching(/^vCenter says: .*[Ll]ogin/),
      expect.stringContaining('certificate'),
      expect.stringContaining('GOVC_USERNAME'),
      expect.stringContaining('ECONNREFUSED'),
    ]);
    expect(machinesIn(reaped)).toEqual(['removed vSphere machine golden']);
  });
});

it('takes no run for changed because of the mark', async (ctx) => {
  const here = await scene(ctx, { end: 'template' });
  const options = { cwd: here.workspace.root, packer: here.packer, env: here.env };

  const first = await runForRecord(['run'], options);
  const second = await runForRecord(['run', '--skip-unchanged'], options);

  expect(first.record.targets.map(({ status }) => status)).toEqual(['succeeded']);
  expect((await inventoryOf(here.vcenter)).get('golden')).toMatchObject({
    marks: ['', `${first.record.run}.${slug}`],
    isTemplate: true,
  });
  expect(second.record.targets.map(({ status }) => status)).toEqual(['unchanged']);
});
