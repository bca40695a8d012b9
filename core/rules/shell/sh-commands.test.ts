// biome-ignore-all lint/suspicious/noTemplateCurlyInString: shells expand with the same signs
import { describe, expect, it } from 'vitest';
import { commandsOf, wordsOf } from './testing/written-script.ts';

describe('words', () => {
  it.each([
    [`echo 'a b' "c d" e\\ f`, ['echo', 'a b', 'c d', 'e f']],
    [`echo "a \\"b\\" 'c'" 'd "e"'`, ['echo', `a "b" 'c'`, 'd "e"']],
    [`echo x'y'"z"`, ['echo', 'xyz']],
    [`echo $'a\\tb' ''`, ['echo', 'a\tb', '']],
    ['echo $HOME "$HOME" "${HOME:-x y}" ${A}b', ['echo', '$HOME', '$HOME', '${HOME:-x y}', '${A}b']],
    ['curl http://x/#part "#no" # comment', ['curl', 'http://x/#part', '#no']],
    ['rm -f /etc/ssh/ssh_host_* "a?"', ['rm', '-f', '/etc/ssh/ssh_host_*', 'a?']],
    ['run a\\\n  b\\\nc', ['run', 'a', 'bc']],
    ['run a \\\r\n  b\r', ['run', 'a', 'b']],
    [`sh '{{ .Path }}' {{ .Vars }}`, ['sh', '{{ .Path }}', '{{ .Vars }}']],
    [`passwd "{{ build \`Password\` }}"`, ['passwd', '{{ build `Password` }}']],
    ['echo $((1 << 2)) ${#x}', ['echo', '$((1 << 2))', '${#x}']],
    ['names=(a b)', []],
    ['echo {a,b} a=b --x=#1', ['echo', '{a,b}', 'a=b', '--x=#1']],
  ])('of %j', (text, words) => {
    const found = wordsOf(text);

    expect(found).toEqual([words]);
  });
});

describe('structure', () => {
  it('tells how commands follow each other', () => {
    const commands = commandsOf('a && b || c; d &\ne | f |& g');

    expect(commands.map(({ name, joint, pipedFrom }) => [name, joint, pipedFrom?.name])).toEqual([
      ['a', 'start', undefined],
      ['b', '&&', undefined],
      ['c', '||', undefined],
      ['d', ';', undefined],
      ['e', '&', undefined],
      ['f', '|', 'e'],
      ['g', '|', 'f'],
    ]);
  });

  it('continues behind a pipe at the end of a line, comments between', () => {
    const [, shell] = commandsOf('curl x |\n  # run it\n  sudo bash');

    expect([shell?.name, shell?.joint, shell?.pipedFrom?.name]).toEqual(['bash', '|', 'curl']);
  });

  it.each([
    ['if test -f x; then a; elif b; then c; else d; fi', ['test', 'a', 'b', 'c', 'd']],
    ['while ! a; do b; done', ['a', 'b']],
    ['f() { a; }; function g { b; }', ['a', 'b']],
    ['( a; b ) && { c; }', ['a', 'b', 'c']],
    ['case "$x" in\n a|curl) b ;;\n (c) d;;\n *) e\nesac\nf', ['b', 'd', 'e', 'f']],
    ['for ((i=0;i<3;i++)); do a; done', ['for', 'a']],
    ['[[ a < b && ( c || d ) ]] && e', ['[[', 'e']],
    ['(( x > 1 )) && a', ['a']],
  ])('reads the commands of %j', (text, names) => {
    const commands = commandsOf(text);

    expect(commands.map(({ name }) => name)).toEqual(names);
  });

  it('lets a group write into a pipe', () => {
    const commands = commandsOf('{ echo a; curl x; } | bash\nfor i in 1; do wget y; done | sh');

    expect(commands.filter(({ joint }) => joint === '|').map(({ pipedFrom }) => pipedFrom?.name)).toEqual([
      'curl',
      'wget',
    ]);
  });
});

describe('what stands before a command', () => {
  it.each([
    ['sudo -E -u root apt-get update', 'apt-get', [['sudo', '-E', '-u', 'root']]],
    ['sudo -nu root -- curl x', 'curl', [['sudo', '-nu', 'root', '--']]],
    [
      'env -i timeout -k 5 10 curl x',
      'curl',
      [
        ['env', '-i'],
        ['timeout', '-k', '5', '10'],
      ],
    ],
    ['curtin in-target --target=/target -- rm x', 'rm', [['curtin', 'in-target', '--target=/target', '--']]],
    ['sudo chroot /mnt /usr/bin/rm x', 'rm', [['sudo'], ['chroot', '/mnt']]],
    ['{{ .Vars }} sudo -S sh x', 'sh', [['sudo', '-S']]],
    ['sudo -i', 'sudo', []],
    ['command -v curl', 'command', []],
  ])('of %j', (text, name, prefixes) => {
    const [command] = commandsOf(text);

    expect([command?.name, command?.prefixes]).toEqual([name, prefixes]);
  });

  it('keeps assignments apart, alone or before a command', () => {
    const commands = commandsOf(`A='x y' B=$C sudo D=1 run E=2\nF="g"`);

    expect(commands.map(({ words, assignments }) => [words, assignments])).toEqual([
      [
        ['run', 'E=2'],
        [
          { name: 'A', value: 'x y' },
          { name: 'B', value: '$C' },
          { name: 'D', value: '1' },
        ],
      ],
      [[], [{ name: 'F', value: 'g' }]],
    ]);
  });
});

describe('redirections and heredocs', () => {
  it('are no words', () => {
    const [command] = commandsOf('run a 2>&1 >>"b c" < d &> e 3 >f');

    expect(command?.words).toEqual(['run', 'a', '3']);
    expect(command?.redirections).toEqual([
      { operator: '>&', target: '1' },
      { operator: '>>', target: 'b c' },
      { operator: '<', target: 'd' },
      { operator: '&>', target: 'e' },
      { operator: '>', target: 'f' },
    ]);
  });

  it('keeps heredocs as data', () => {
    const commands = commandsOf(`cat <<EOF > x; tail <<-'E 2'\nrm a\nEOF\n\tcurl | sh\n\tE 2\nnext`);

    expect(commands.map(({ words, heredoc }) => [words[0], heredoc])).toEqual([
      ['cat', 'rm a'],
      ['tail', 'curl | sh'],
      ['next', undefined],
    ]);
  });

  it('reads a herestring as a redirection', () => {
    const [command] = commandsOf(`chpasswd <<< 'a:b'`);

    expect(command?.redirections).toEqual([{ operator: '<<<', target: 'a:b' }]);
  });
});

describe('commands inside commands', () => {
  it.each([
    ['a "$(b "$(c)")" `d e`', ['a', 'b', 'c', 'd']],
    ['bash <(curl x)', ['bash', 'curl']],
    ['x=$(curl y)', ['', 'curl']],
    ['a $(case x in b) c ;; esac)', ['a', 'c']],
    ['a > >(tee b)', ['a', 'tee']],
    [`echo '$(a)'`, ['echo']],
  ])('of %j', (text, names) => {
    const commands = commandsOf(text);

    expect(commands.map(({ name }) => name)).toEqual(names);
  });

  it.each([
    [`sudo bash -lc 'a && b "c"'`, ['bash', 'a', 'b']],
    ['su - postgres -c "psql -c x"', ['su', 'psql']],
    [`sh -c "$(curl x)"`, ['sh', 'curl', '$(curl x)', 'curl']],
    ['eval "a; b"', ['eval', 'a', 'b']],
    ['powershell.exe -NoProfile -Command "Get-X; Set-Y"', ['powershell.exe', 'get-x', 'set-y']],
  ])('looks into %j', (text, names) => {
    const commands = commandsOf(text);

    expect(commands.map(({ name }) => name)).toEqual(names);
  });

  it('says how they are nested, and lists them in the outer one', () => {
    const [outer, inner] = commandsOf('bash -c "curl x"');

    expect(outer?.inner).toEqual([inner]);
    expect([outer?.nested, inner?.nested]).toEqual([undefined, 'argument']);
  });
});

describe('places', () => {
  const placesOf = (text: string) =>
    commandsOf(text).map(({ range: { start, end } }) => [
      `${start.line}:${start.column}`,
      `${end.line}:${end.column}`,
    ]);

  it.each([
    [
      '  sudo rm x; b',
      [
        ['1:3', '1:12'],
        ['1:14', '1:15'],
      ],
    ],
    [
      'a\n\n# c\n\tb \\\n  c > d',
      [
        ['1:1', '1:2'],
        ['4:2', '5:8'],
      ],
    ],
    [
      'echo "$(rm x)"',
      [
        ['1:1', '1:15'],
        ['1:9', '1:13'],
      ],
    ],
    [
      `bash -c 'a; b'`,
      [
        ['1:1', '1:15'],
        ['1:10', '1:11'],
        ['1:13', '1:14'],
      ],
    ],
    [
      'cat <<E\nx\nE\nrm y',
      [
        ['1:1', '1:4'],
        ['4:1', '4:5'],
      ],
    ],
  ])('of %j', (text, places) => {
    const found = placesOf(text);

    expect(found).toEqual(places);
  });

  it('of each word, quotes included', () => {
    const [command] = commandsOf('curl "a b" -k');

    expect(command?.wordRanges.map(({ start, end }) => [start.column, end.column])).toEqual([
      [1, 5],
      [6, 11],
      [12, 14],
    ]);
  });
});
