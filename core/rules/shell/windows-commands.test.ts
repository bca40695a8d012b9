import { describe, expect, it } from 'vitest';
import { commandsOf, wordsOf } from './testing/written-script.ts';

describe('PowerShell', () => {
  it.each([
    [`Set-X -A 'it''s' "b \`"c\`" ""d"""`, [['Set-X', '-A', "it's", 'b "c" "d"']]],
    ['A; B -C # no\n<# D\nE #> F', [['A'], ['B', '-C'], ['F']]],
    ['A `\n  -B', [['A', '-B']]],
    ['if ($x) { A } else { B }', [['if', '($x)'], ['$x'], ['A'], ['else'], ['B']]],
    ['winrm set winrm/config @{Basic="true"}', [['winrm', 'set', 'winrm/config', '@{Basic="true"}']]],
    ["A @'\nb # c\n'@ D", [['A', 'b # c', 'D']]],
    [`& 'C:\\a b\\x.exe' /q`, [['C:\\a b\\x.exe', '/q']]],
    ['A {{ .Vars }} b', [['A', '{{ .Vars }}', 'b']]],
  ])('reads %j', (text, words) => {
    const found = wordsOf(text, 'powershell');

    expect(found).toEqual(words);
  });

  it('looks into parentheses and pipes', () => {
    const commands = commandsOf(
      `iex ((New-Object Net.WebClient).DownloadString('https://x'))\nirm y | iex`,
      'powershell',
    );

    expect(commands.map(({ name, pipedFrom }) => [name, pipedFrom?.name])).toEqual([
      ['iex', undefined],
      [`(new-object net.webclient).downloadstring('https://x')`, undefined],
      ['new-object', undefined],
      ['x', undefined],
      ['irm', undefined],
      ['iex', 'irm'],
    ]);
  });

  it('keeps assignments apart', () => {
    const commands = commandsOf(`$p = 'x y'\n$env:T="z"\n$r = Get-X -Y`, 'powershell');

    expect(commands.map(({ words, assignments }) => [words, assignments])).toEqual([
      [[], [{ name: 'p', value: 'x y' }]],
      [[], [{ name: 'env:T', value: 'z' }]],
      [['Get-X', '-Y'], [{ name: 'r', value: 'Get-X' }]],
    ]);
  });

  it('knows where a command stands', () => {
    const [, second] = commandsOf(`A 'b\nc'\n  B 2>&1`, 'powershell');

    expect([second?.range.start.line, second?.range.start.column, second?.words]).toEqual([3, 3, ['B']]);
  });
});

describe('cmd', () => {
  it.each([
    ['net user "a b" c /add && rem no & d\nE', [['net', 'user', 'a b', 'c', '/add'], ['E']]],
    [
      '@echo off\n:: no\n:label\nA ^\n B',
      [['@echo', 'off'].map((word) => word.replace('@', '')), ['A', 'B']],
    ],
    [
      'echo a^&b > x 2>nul | find "c"',
      [
        ['echo', 'a&b'],
        ['find', 'c'],
      ],
    ],
    ['for %%i in (1 2) do del x', [['del', 'x']]],
  ])('reads %j', (text, words) => {
    const found = wordsOf(text, 'cmd');

    expect(found).toEqual(words);
  });

  it('ignores folder, ending and case of a program, and looks into powershell -Command', () => {
    const commands = commandsOf('C:\\Windows\\System32\\NET.EXE stop x\npowershell -c A -B; C', 'cmd');

    expect(commands.map(({ name }) => name)).toEqual(['net', 'powershell', 'a', 'c']);
  });
});
