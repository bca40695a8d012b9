// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { describe, expect, it } from 'vitest';
import { readIn } from '../../language/testing/written-template.ts';
import { runRules } from '../engine/run-rules.ts';
import { defineRule } from '../rule.ts';
import type { Script } from '../views.ts';

async function scriptsIn(files: Readonly<Record<string, string>>, path = '.'): Promise<readonly Script[]> {
  const { inFolder } = await import('../../language/testing/written-template.ts');
  return await inFolder(files, async (root) => {
    const template = await readIn({ root, path });
    const scripts: Script[] = [];
    const rule = defineRule({
      id: 'build/tried',
      meta: {
        summary: 'Tried.',
        severity: 'low',
        impact: 'slow-build',
        recovery: 'simple',
        confidence: 1,
        remedy: 'None.',
        example: 'x',
        recommended: true,
      },
      messages: {},
      create: () => ({ script: (script) => void scripts.push(script) }),
    });
    await runRules([template], [{ rule }], { root, onCrash: 'throw' });
    return scripts;
  });
}

const provisioner = (body: string, type = 'shell') =>
  `source "null" "x" {}\nbuild {\n  sources = ["source.null.x"]\n  provisioner "${type}" {\n${body}\n  }\n}\n`;

/** Each line with what its range covers in the file. */
function placed(text: string, { lines }: Script): readonly (readonly [string, string])[] {
  return lines.map(({ text: line, range }) => [line, text.slice(range.start.offset, range.end.offset)]);
}

async function onlyScript(text: string): Promise<Script> {
  const [script, ...more] = await scriptsIn({ 'a.pkr.hcl': text });
  expect(more).toEqual([]);
  if (!script) throw new Error('There is no script.');
  return script;
}

describe('inline commands', () => {
  it('are lines with their exact place, without quotation marks', async () => {
    const text = provisioner(
      '    inline = [\n      "one",\n      "say \\"two\\"",\n      "three\\nfour",\n    ]',
    );

    const script = await onlyScript(text);

    expect(placed(text, script)).toEqual([
      ['one', 'one'],
      ['say "two"', 'say \\"two\\"'],
      ['three', 'three'],
      ['four', 'four'],
    ]);
    expect(script.lines[1]?.range.start).toMatchObject({ line: 7, column: 8 });
    expect([script.origin, script.shell, script.attribute]).toEqual(['inline', 'sh', 'inline']);
  });

  it('in heredocs keep their lines, with and without indentation', async () => {
    const text = provisioner(
      '    inline = [<<-ONE\n      #!/bin/bash\n        if true; then\n      echo $${HOME}\n    ONE\n    , <<TWO\nplain\n\nend\nTWO\n    ]',
    );

    const script = await onlyScript(text);

    expect(placed(text, script)).toEqual([
      ['#!/bin/bash', '#!/bin/bash'],
      ['  if true; then', '  if true; then'],
      ['echo ${HOME}', 'echo $${HOME}'],
      ['plain', 'plain'],
      ['', ''],
      ['end', 'end'],
    ]);
    expect(script.shebang).toBe('/bin/bash');
  });

  it('have known values put in; what is unknown stays as it is written', async () => {
    const text = `locals {\n  known = "apt"\n}\nvariable "given" {}\n${provisioner(
      '    inline = ["${local.known} install ${var.given} -y", local.known, upper(var.given)]',
    )}`;

    const script = await onlyScript(text);

    expect(placed(text, script)).toEqual([
      ['apt install ${var.given} -y', '${local.known} install ${var.given} -y'],
      ['apt', 'apt'],
      ['${upper(var.given)}', 'upper(var.given)'],
    ]);
  });

  it('in heredocs with interpolations keep the place of each line', async () => {
    const text = `locals {\n  user = "root"\n}\n${provisioner(
      '    inline = [<<-EOT\n      first ${local.user}\n      ${local.user} second\n      third\n    EOT\n    ]',
    )}`;

    const script = await onlyScript(text);

    expect(placed(text, script)).toEqual([
      ['first root', 'first ${local.user}'],
      ['root second', '${local.user} second'],
      ['third', 'third'],
    ]);
  });

  it('are found where lists are put together and where locals hold them', async () => {
    const text = `locals {\n  more = ["two"]\n}\n${provisioner(
      '    inline = concat(["one"], local.more, false ? ["never"] : ["three"])',
    )}`;

    const script = await onlyScript(text);

    expect(placed(text, script)).toEqual([
      ['one', 'one'],
      ['two', 'two'],
      ['three', 'three'],
    ]);
  });

  it('that are meant for one source count too', async () => {
    const text = provisioner('    override = {\n      x = { inline = ["only here"] }\n    }');

    const script = await onlyScript(text);

    expect(placed(text, script)).toEqual([['only here', 'only here']]);
  });

  it('have places in JSON too', async () => {
    const text = '{"builders":[{"type":"null"}],"provisioners":[{"type":"shell","inline":["a\\tb","c"]}]}';

    const [script] = await scriptsIn({ 'a.json': text }, 'a.json');

    expect(script && placed(text, script)).toEqual([
      ['a\tb', 'a\\tb'],
      ['c', 'c'],
    ]);
  });
});

describe('script files', () => {
  it('are read when they are there, line by line', async () => {
    const files = {
      'a.pkr.hcl': provisioner('    scripts = ["s/one.sh", "s/gone.sh", "s/two.ps1"]'),
      's/one.sh': '#!/usr/bin/env python3\r\nprint(1)\r\n',
      's/two.ps1': 'Write-Host 1\n',
    };

    const scripts = await scriptsIn(files);

    expect(scripts.map(({ shell, lines }) => [shell, lines.map(({ text }) => text)])).toEqual([
      ['other', ['#!/usr/bin/env python3', 'print(1)']],
      ['powershell', ['Write-Host 1']],
    ]);
    expect(scripts[0]?.lines[1]?.range).toMatchObject({ file: 's/one.sh', start: { line: 2, column: 1 } });
  });
});

describe('commands', () => {
  it('of sources and components count; what is typed into a console does not', async () => {
    const scripts = await scriptsIn({
      'a.pkr.hcl':
        'source "null" "x" {\n  boot_command = ["<enter>"]\n  shutdown_command = "shutdown /s /t 5"\n}\n' +
        provisioner('    inline = ["dir"]\n    execute_command = "powershell -File {{ .Path }}"').replace(
          'source "null" "x" {}\n',
          '',
        ),
    });

    expect(scripts.map(({ origin, attribute, shell }) => [origin, attribute, shell])).toEqual([
      ['command', 'shutdown_command', 'cmd'],
      ['inline', 'inline', 'powershell'],
      ['command', 'execute_command', 'powershell'],
    ]);
  });
});
