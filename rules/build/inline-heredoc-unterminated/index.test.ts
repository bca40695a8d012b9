import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const build = (...lines: readonly string[]) =>
  `build {\n  provisioner "shell" {\n    inline = [\n${lines.map((line) => `      ${line},\n`).join('')}    ]\n  }\n}\n`;

testRule(rule, {
  valid: [
    build('"cat > /etc/motd <<END"', '"hello"', '"END"', '"systemctl enable foo"'),
    build('"cat <<-\'A B\' > x"', '"\\tone"', '"\\tA B"', '"cat <<\\"E\\""', '"E"'),
    build('"cat <<ONE <<TWO"', '"1"', '"ONE"', '"2"', '"TWO"'),
    build('"read x <<< word"', '"echo $((1<<2)) $((a << b))"', '"echo \'<<END\'"', '"# cat <<END"'),
    { name: 'a command in quotes over several lines', code: build(`"bash -c '"`, '"cat <<END"', `"'"`) },
    { name: 'unknown elements', code: `variable "rest" {}\n${build('"cat <<END"', 'var.rest')}` },
    'build {\n  provisioner "shell" {\n    inline = [<<-EOT\n      cat > x <<END\n      hello\n      END\n      EOT\n    ]\n  }\n}\n',
    { name: 'PowerShell', code: 'build {\n  provisioner "powershell" {\n    inline = ["a <<END"]\n  }\n}\n' },
    {
      name: 'a file',
      code: 'build {\n  provisioner "shell" {\n    script = "a.sh"\n  }\n}\n',
      files: { 'a.sh': 'cat <<END\n' },
    },
  ],
  invalid: [
    {
      code: build('"cat > /etc/motd <<END"', '"hello"', '"  END"', '"systemctl enable foo"'),
      findings: [{ message: 'blanks', at: '4:8', data: { word: 'END' } }],
    },
    {
      code: build('"true"', `"cat <<'EOF' > /etc/x"`, '"hello"', '"END"'),
      findings: [{ message: 'missing', at: '5:8', data: { word: 'EOF' } }],
    },
    {
      name: 'in a HCL heredoc, the last line',
      code: 'build {\n  provisioner "shell-local" {\n    inline = [<<-EOT\n      true\n      cat <<-END\n        END \n      EOT\n    ]\n  }\n}\n',
      findings: [{ message: 'blanks', at: '5:7' }],
    },
    {
      name: 'opened in the last line',
      code: build('"cat <<END"'),
      findings: [{ message: 'missing', at: '4:8' }],
    },
    {
      name: 'the second of two',
      code: build('"cat <<A"', '"1"', '"A"', '"cat <<B"', '"2"', '"A"'),
      findings: [{ message: 'missing', at: '7:8', data: { word: 'B' } }],
    },
  ],
});
