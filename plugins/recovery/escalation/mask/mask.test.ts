import { describe, expect, test } from 'vitest';
import { createMasker } from './create-masker.ts';
import { maskData } from './mask-data.ts';

const own = { redact: (text: string) => text.replaceAll('topsecret', '***') };
const mask = (text: string) => createMasker(own).text(text);

describe('text that leaves the machine', () => {
  test.each([
    ['ssh_password = "hunter2"', 'ssh_password = "***"'],
    ['export TOKEN=abc123 next', 'export TOKEN=*** next'],
    ['client_secret: s3cr3t, tenant: t', 'client_secret: ***, tenant: t'],
    ['Authorization: Bearer abc.def', 'Authorization: Bearer ***'],
    ['Authorization: PVEAPIToken=root@pam!ci=1234-5678', 'Authorization: PVEAPIToken=***'],
    ['GET https://user:pa55@mirror.example/debian', 'GET https://user:***@mirror.example/debian'],
    ['https://x.blob.example/a?sv=1&sig=abc%3D&se=2', 'https://x.blob.example/a?sv=1&sig=***&se=2'],
    ["echo 'pa55' | sudo -S true", "echo '***' | sudo -S true"],
    ["echo 'root:pa55' | chpasswd", "echo '***' | chpasswd"],
    ['sshpass -p pa55 ssh host', 'sshpass -p *** ssh host'],
    ['curl --user ci:pa55 host', 'curl --user *** host'],
    ['curl -u ci:pa55 host', 'curl -u ci:*** host'],
    ['New-User -Password pa55', 'New-User -Password ***'],
    ['<AdministratorPassword><Value>pa55</Value>', '<AdministratorPassword><Value>***</Value>'],
    ['d-i passwd/root-password password pa55', 'd-i passwd/root-password password ***'],
    ['rootpw --plaintext pa55', 'rootpw --plaintext ***'],
    ['root:$6$salt$abcdefghijkl:19000:', 'root:***:19000:'],
    ['key AKIAABCDEFGHIJKLMNOP found', 'key *** found'],
    ['ghp_0123456789012345678901234567890123456789', '***'],
    ['the topsecret of this run', 'the *** of this run'],
  ])('%s', (text, masked) => {
    expect(mask(text)).toEqual(masked);
  });

  test.each([
    'Password authentication is disabled.',
    'dial tcp 10.0.0.1:22: connect: connection refused',
    'http://deb.debian.org/debian bookworm/main',
    'sudo: a password is required',
    'mkdir -p /var/lib/app && ssh -p 2222 host && docker run -p 80:80 nginx',
    'exit status 100',
    '',
  ])('what is no secret stays: %s', (text) => {
    expect(mask(text)).toEqual(text);
  });

  test('a private key goes as a whole, also without its end', () => {
    const key = [
      '-----BEGIN OPENSSH PRIVATE KEY-----',
      'b3BlbnNzaC1rZXk=',
      '-----END OPENSSH PRIVATE KEY-----',
    ];

    expect(mask(['before', ...key, 'after'].join('\n'))).toEqual('before\n***\nafter');
    expect(mask(['before', ...key.slice(0, 2)].join('\n'))).toEqual('before\n***');
  });

  test('what was masked already is not counted, everything else is counted by its kind', () => {
    const masker = createMasker(own);

    masker.text('password=*** topsecret token=abc\npassword=abc');

    expect(masker.found()).toEqual({ 'named value': 2, 'secret of this run': 1 });
  });

  test('a line that is long and looks like nothing takes no time to speak of', () => {
    const long = 'a'.repeat(200_000);

    expect(mask(long)).toEqual(long);
    expect(mask(`echo ${long}`)).toHaveLength(200_005);
    expect(mask('eyJ'.repeat(50_000))).toHaveLength(150_000);
  });
});

test('data is masked by the names of its fields as well, and keeps its shape', () => {
  const data = {
    ssh_password: 'pa55',
    token: null,
    tokens: 3,
    password_file: '/etc/pw',
    nested: [{ api_key: 'abc', text: 'password=abc' }],
  };

  expect(maskData(data, createMasker(own))).toEqual({
    ssh_password: '***',
    token: null,
    tokens: 3,
    password_file: '/etc/pw',
    nested: [{ api_key: '***', text: 'password=***' }],
  });
});
