import { testRule } from 'packer-hybrid/testing';
import rule from './index.ts';

const build = (body: string) =>
  `source "null" "x" {}\nbuild {\n  sources = ["source.null.x"]\n  ${body}\n}\n`;
const inline = (...commands: readonly string[]) =>
  build(`provisioner "shell" {\n    inline = ${JSON.stringify(commands)}\n  }`);
const withScript = (text: string, file = 's.sh') => ({
  code: build(`provisioner "shell" {\n    script = "${file}"\n  }`),
  files: { [file]: text },
});

testRule(rule, {
  valid: [
    inline(
      'curl -o /tmp/i.sh https://x/v1/i.sh',
      "echo 'abc  /tmp/i.sh' | sha256sum -c -",
      'sudo bash /tmp/i.sh',
    ),
    inline(
      'curl https://x/key | sudo apt-key add -',
      'curl https://x | gpg --dearmor',
      'wget -qO- https://x | tar xz',
      'curl https://x | sudo tee /etc/y',
    ),
    inline(
      "curl https://x/y | sh -c 'cat > /tmp/y'",
      'curl https://x | bash /tmp/filter.sh',
      'curl https://x | python3 -m json.tool',
    ),
    withScript(
      "echo 'curl https://x | bash'\n# curl https://x | bash\nbash run.sh $(curl https://x/version)\nVERSION=$(curl https://x)\n",
    ),
    withScript('Invoke-WebRequest https://x -OutFile y\n$x = irm https://x | ConvertFrom-Json\n', 's.ps1'),
  ],
  invalid: [
    {
      code: inline('apt-get update', 'curl -sSL https://get.example.com/i.sh | sudo -E bash -'),
      findings: [{ message: 'run', at: '5:33', data: { program: 'curl' }, severity: 'medium' }],
    },
    {
      name: 'in other forms',
      ...withScript(
        'bash <(curl -s https://x/i.sh)\nsh -c "$(wget -qO- https://raw.githubusercontent.com/a/b/master/i.sh)"\ncurl https://x | sed s/a/b/ | bash -s -- --yes\nwget -qO- http://x | sh\nsu - u -c "curl https://x | bash"\neval "$(curl https://x)"\n',
      ),
      findings: [
        { message: 'run', at: '1:8', file: 's.sh' },
        { message: 'moving', at: '2:10', file: 's.sh', severity: 'high' },
        { message: 'run', at: '3:1', file: 's.sh' },
        { message: 'moving', at: '4:1', file: 's.sh' },
        { message: 'run', at: '5:12', file: 's.sh' },
        { message: 'run', at: '6:9', file: 's.sh' },
      ],
    },
    {
      name: 'PowerShell',
      ...withScript(
        "iex ((New-Object Net.WebClient).DownloadString('https://x/i.ps1'))\nirm https://x | iex\nInvoke-Expression (Invoke-WebRequest https://x/main/i.ps1).Content\n",
        's.ps1',
      ),
      findings: [
        { message: 'run', at: '1:6', file: 's.ps1' },
        { message: 'run', at: '2:1', file: 's.ps1' },
        { message: 'moving', at: '3:20', file: 's.ps1' },
      ],
    },
  ],
});
