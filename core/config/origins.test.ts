import { describe, expect, it } from 'vitest';
import { configFolder } from './testing/config-folder.ts';

async function originsOf(files: Readonly<Record<string, string>>, options = {}) {
  const { load } = await configFolder(files);
  const { origins } = await load(options);
  return Object.fromEntries(origins.map(({ path, value, origin }) => [path, [value, origin]]));
}

const yaml = `templates:
  - images/db
  - path: images/web
    vars:
      size: 10
      user: { $env: PH_USER }
    secrets:
      token: hidden-token
    varFiles: [a.hcl]
policy:
  gate: high
  retention:
    days: 7
environments:
  prod:
    policy: { gate: low }
    vars: { size: 20 }
    varFiles: [b.hcl]
    toolchain: { packer: { $env: PH_PACKER } }
`;
const variables = { PH_USER: 'hidden-user', PH_PACKER: '1.11.2' };

describe('origins', () => {
  it('names the line of the file, the variable and the default', async () => {
    const origins = await originsOf({ 'packer-hybrid.config.yaml': yaml }, { variables });

    expect(origins).toMatchObject({
      'templates[0].path': ['images/db', 'packer-hybrid.config.yaml:2'],
      'templates[0].cwd': ['template', 'default'],
      'templates[1].path': ['images/web', 'packer-hybrid.config.yaml:3'],
      'templates[1].vars.size': ['10', 'packer-hybrid.config.yaml:5'],
      'templates[1].secrets.user': ['***', 'env PH_USER'],
      'templates[1].secrets.token': ['***', 'packer-hybrid.config.yaml:8'],
      'templates[1].varFiles[0]': ['a.hcl', 'packer-hybrid.config.yaml:9'],
      'policy.gate': ['high', 'packer-hybrid.config.yaml:11'],
      'policy.retention.days': [7, 'packer-hybrid.config.yaml:13'],
      'policy.retention.runs': [50, 'default'],
      'workspace.cache': [expect.stringMatching(/\.packer-hybrid$/), 'default'],
    });
  });

  it('names the environment and the command line', async () => {
    const origins = await originsOf(
      { 'packer-hybrid.config.yaml': yaml },
      { variables, env: 'prod', overrides: { concurrency: 3, templates: ['images/web', 'images/new'] } },
    );

    expect(origins).toMatchObject({
      'templates[0].path': ['images/web', 'command line'],
      'templates[0].vars.size': ['20', 'environment prod'],
      'templates[0].secrets.user': ['***', 'env PH_USER'],
      'templates[0].varFiles[0]': ['a.hcl', 'packer-hybrid.config.yaml:9'],
      'templates[0].varFiles[1]': ['b.hcl', 'environment prod'],
      'templates[1].path': ['images/new', 'command line'],
      'templates[1].vars.size': ['20', 'environment prod'],
      'policy.gate': ['low', 'environment prod'],
      'policy.retention.days': [7, 'packer-hybrid.config.yaml:13'],
      'toolchain.packer': ['***', 'env PH_PACKER'],
      'concurrency.total': [3, 'command line'],
    });
  });

  it.each([
    ['packer-hybrid.config.json', '{\n  "retry": {\n    "wait": 3\n  }\n}', 'packer-hybrid.config.json:3'],
    [
      'package.json',
      '{\n  "name": "x",\n  "packer-hybrid": {\n    "retry": { "wait": 3 }\n  }\n}',
      'package.json:4',
    ],
    ['packer-hybrid.config.ts', 'export default { retry: { wait: 3 } };', 'packer-hybrid.config.ts'],
  ])('tells the place in %s as exactly as it can', async (name, text, origin) => {
    expect(await originsOf({ [name]: text })).toMatchObject({ 'retry.wait': [3, origin] });
  });

  it('lists plugins with what they were given, secrets masked', async () => {
    const origins = await originsOf(
      {
        'packer-hybrid.config.ts': `import { definePlugin, env } from 'packer-hybrid';
          const vault = definePlugin({ name: 'vault', apiVersion: 1 });
          export default { plugins: [vault({ url: 'http://v', token: env('PH_USER') })] };`,
      },
      { variables },
    );

    expect(origins).toMatchObject({
      'plugins[0]': ['vault', 'packer-hybrid.config.ts'],
      'plugins[0].url': ['http://v', 'packer-hybrid.config.ts'],
      'plugins[0].token': ['***', 'env PH_USER'],
    });
  });
});
