import { describe, expect, it } from 'vitest';
import { createOutputParser } from './parser.ts';
import { replay } from './replay.ts';

const say = (text: string, second = 0) => `${1795508583 + second},,ui,say,${text}`;
const steps = (lines: readonly string[], version: string) =>
  replay(lines.join('\n'), { version }).events.flatMap((event) =>
    event.type === 'step.started' ? event.step : [],
  );

describe('steps', () => {
  it('takes unknown headings for steps only where scripts cannot write headings', () => {
    const lines = [say('==> x.y: Polishing the image...')];

    expect(steps(lines, '1.11.2')).toEqual(['polishing-the-image']);
    expect(steps(lines, '1.16.0')).toEqual([]);
  });

  it("does not take a script's text for a step of another phase", () => {
    const lines = [
      say('==> x.y: Provisioning with shell script: /tmp/a'),
      say('==> x.y: Starting VM now'),
      say('==> x.y: Retrieving packages...'),
      say('==> x.y: Gracefully halting virtual machine...'),
    ];

    expect(steps(lines, '1.16.0')).toEqual(['provision-shell', 'shut-down']);
  });

  it('numbers steps that happen again', () => {
    const lines = ['a', 'b'].map((file) => say(`==> x.y: Provisioning with shell script: ${file}`));

    expect(steps(lines, '1.6.6')).toEqual(['provision-shell', 'provision-shell-2']);
  });

  it.each([
    ['Provisioning with shell script: /tmp/x', 'provision-shell'],
    ['Provisioning with Ansible...', 'provision-ansible'],
    ['Provisioning with Puppet...', 'provision-puppet'],
    ['Provisioning with Powershell...', 'provision-powershell'],
    ['Running post-processor:  (type manifest)', 'post-process-manifest'],
    ['Running post-processor: vagrant', 'post-process-vagrant'],
    ['Waiting for WinRM to become available...', 'wait-for-winrm'],
    ['Cloning VM...', 'clone-vm'],
    ['Converting virtual machine to template...', 'convert-to-template'],
    ['Capturing image ...', 'capture-image'],
  ])('calls "%s" %s', (text, step) => {
    expect(steps([say(`==> x.y: ${text}`)], '1.16.0')).toEqual([step]);
  });

  it('tells the try of a provisioner that failed from the one that went well', () => {
    const lines = [
      '==> x.y: Provisioning with shell script: /tmp/a',
      '==> x.y: Provisioner failed with "Script exited with non-zero exit status: 1", retrying with 1 trie(s) left',
      '==> x.y: Provisioning with shell script: /tmp/a',
      "Build 'x.y' finished after 2 seconds.",
    ];

    const { events } = replay(lines.map((line) => say(line)).join('\n'), { version: '1.11.2' });

    const ends = events.flatMap((event) => (event.type === 'step.finished' ? [[event.step, event.ok]] : []));
    expect(ends).toEqual([
      ['provision-shell', false],
      ['provision-shell-2', true],
    ]);
  });

  it('ends what still runs when Packer is gone', () => {
    const parser = createOutputParser();
    parser.push(say('==> x.y: Retrieving ISO'), 1_000);

    expect(parser.end(4_000)).toEqual([
      {
        type: 'step.finished',
        step: 'retrieve-iso',
        kind: 'prepare',
        ok: false,
        duration_ms: 3_000,
        build: 'x.y',
      },
    ]);
  });
});

describe('levels', () => {
  const errorLine = (text: string) => `1795508583,,ui,error,==> x.y: ${text}`;

  it("takes a script's stderr for a warning, a builder's own words for an error", () => {
    const { events } = replay(
      [
        say('==> x.y: Retrieving ISO'),
        errorLine('no space left'),
        say('==> x.y: Provisioning with shell script: /tmp/x'),
        errorLine('warn'),
      ].join('\n'),
    );

    const said = events.flatMap((event) => (event.type === 'output' ? [[event.text, event.level]] : []));
    expect(said).toContainEqual(['no space left', 'error']);
    expect(said).toContainEqual(['warn', 'warning']);
  });
});

describe('outcome', () => {
  it('knows a cancelled build whatever the exit code is', () => {
    const { outcome } = replay(
      [
        "Build 'qemu.x' errored after 8 seconds: Build was cancelled.",
        'Cleanly cancelled builds after being interrupted.',
      ].join('\n'),
    );

    expect(outcome).toMatchObject({ cancelled: true, errored: [{ build: 'qemu.x' }], artifacts: [] });
  });

  it('keeps the last report of an artifact, and every different artifact', () => {
    const report = (index: number, builder: string, file: string) =>
      [`builder-id,${builder}`, 'id,VM', 'string,s', `file,0,${file}`, 'end'].map(
        (field) => `1795508583,x.y,artifact,${index},${field}`,
      );

    const { outcome } = replay(
      [...report(0, 'qemu', 'disk'), ...report(1, 'qemu', 'disk.gz'), ...report(2, 'checksum', 'sums')].join(
        '\n',
      ),
    );

    expect(outcome.artifacts.map((each) => [each.index, each.files])).toEqual([
      [1, ['disk.gz']],
      [2, ['sums']],
    ]);
  });

  it('is empty for no output at all', () => {
    expect(replay('').outcome).toEqual({
      artifacts: [],
      finished: [],
      errored: [],
      cancelled: false,
      errors: [],
    });
  });
});
