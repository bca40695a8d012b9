import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { runCli } from '../support/cli.ts';
import { qemuTemplate, shellProvisioner } from '../support/qemu-template.ts';
import { guestOr, packerOr, packers } from '../support/real-components.ts';
import { type TestWorkspace, testWorkspace } from '../support/test-workspace.ts';

const secret = 'p@ss/w0rd+for=Tests&more';
const forms = {
  raw: secret,
  base64: Buffer.from(secret).toString('base64'),
  urlEncoded: encodeURIComponent(secret),
};

const preamble = `
variable "token" {
  type      = string
  sensitive = true
}
`;

/** Shows the secret in every form that a script could, in its output and in its errors. */
const provisioners = `
  provisioner "shell" {
    environment_vars = ["TOKEN=\${var.token}"]
    inline = [
      "echo token is $TOKEN",
      "echo again $TOKEN >&2",
      "printf %s $TOKEN | base64",
      "echo https://host/?token=\${urlencode(var.token)}",
    ]
  }`;

async function filesWithSecret(workspace: TestWorkspace): Promise<readonly string[]> {
  const found: string[] = [];
  for (const path of await workspace.files()) {
    const text = await readFile(workspace.path(path), 'latin1');
    for (const [form, value] of Object.entries(forms))
      if (text.includes(value)) found.push(`${path} (${form})`);
  }
  return found;
}

describe.each(packers)('a secret given to Packer $version', (packer) => {
  it('is nowhere on disk and in no output, although the build prints it in every form', async (ctx) => {
    const guest = guestOr(ctx);
    const workspace = await testWorkspace({
      'guest.pkr.hcl': qemuTemplate({ guest, preamble, provisioners }),
    });

    const { code, stdout, stderr } = await runCli(['run', '--verbose'], {
      cwd: workspace.root,
      packer: packerOr(ctx, packer),
      env: { PKR_VAR_token: secret, PACKER_LOG: '1' },
    });

    expect(code).toBe(0);
    expect(Object.values(forms).filter((form) => (stdout + stderr).includes(form))).toEqual([]);
    expect(await filesWithSecret(workspace)).toEqual([]);
    const { run, targets } = await workspace.lastRun();
    const log = await workspace.read('logs', run, `${targets[0]?.target.slug}.log`);
    expect(log).toContain('token is');
  });

  it('and configured for the template is masked as well', async (ctx) => {
    const guest = guestOr(ctx);
    const workspace = await testWorkspace({
      'guest.pkr.hcl': qemuTemplate({
        guest,
        preamble: 'variable "token" { type = string }\n',
        provisioners: shellProvisioner(`echo "token is \${var.token}"`),
      }),
      'packer-hybrid.config.mjs': `
        import { defineConfig, env } from 'packer-hybrid';
        export default defineConfig({ templates: [{ path: '.', secrets: { token: env('MY_TOKEN') } }] });
      `,
    });

    const { code, stdout, stderr } = await runCli(['build'], {
      cwd: workspace.root,
      packer: packerOr(ctx, packer),
      env: { MY_TOKEN: secret },
    });

    expect(code).toBe(0);
    expect(stdout + stderr).not.toContain(secret);
    expect(await filesWithSecret(workspace)).toEqual([]);
  });
});
