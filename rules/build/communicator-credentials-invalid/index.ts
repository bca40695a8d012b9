import {
  attributeOf,
  checkConstraints,
  defineRule,
  type Report,
  startOf,
  type TargetView,
  type Violation,
} from 'packer-hybrid/rules';
import { notAmong } from '../_shared/combine.ts';
import { targetSchema } from '../_shared/judged-schema.ts';
import { weakPasswords, wrongTunnels } from './formats.ts';

const messages = {
  username: '"{type}" needs "{name}" to log in.',
  certificate: '{sentence}',
  bastion: '{sentence}',
  proxy: '{sentence}',
  'transfer-method': 'Packer transfers files over SSH by {allowed}, not by "{value}".',
  tunnel: 'A tunnel reads PORT:HOST:PORT, and {entry} does not.',
  'azure-password':
    'Azure takes passwords of 8 to 123 characters with three of lowercase, uppercase, digits and signs: "winrm_password" has not.',
} as const;

export default defineRule({
  id: 'build/communicator-credentials-invalid',
  meta: {
    summary: 'The way into the machine is incomplete or malformed.',
    severity: 'critical',
    impact: 'build-fails',
    recovery: 'simple',
    confidence: 0.92,
    remedy: 'Add what the communicator needs to log in.',
    example: 'source "proxmox-iso" "x" {\n  ssh_username = "root"\n  ssh_password = var.pw\n}',
    recommended: true,
  },
  messages,
  subs: {
    username: 'no user to log in with',
    certificate: 'a certificate without its key',
    bastion: 'a bastion host without a way to log in there',
    proxy: 'a bastion host and a proxy at once',
    'transfer-method': 'a way to transfer files that Packer does not have',
    tunnel: 'a malformed tunnel',
    'azure-password': 'a password that Azure refuses',
  },
  create({ template, report }) {
    return {
      target(view) {
        const schema = targetSchema(template, view);
        if (!schema) return;
        const trust = schema.verified ? {} : { severity: 'medium' as const, confidence: 0.6 };
        // A plugin whose code nobody read may have a communicator or a user of its own.
        const isOpen = !schema.verified && !attributeOf(view.body, 'communicator');
        for (const violation of checkConstraints(schema, view.body)) {
          const problem = problemOf(view, violation);
          if (problem && !(isOpen && problem.message === 'username')) report({ ...problem, ...trust });
        }
        for (const problem of formatProblems(view)) report(problem);
      },
    };
  },
});

type Problem = Report<typeof messages>;

function problemOf(
  view: TargetView,
  { names, blocks, attribute, message, problem }: Violation,
): Problem | undefined {
  const [name = ''] = names;
  if (blocks.length > 0 || !names.some((one) => /^(ssh|winrm)_/.test(one))) return undefined;
  const at = attribute ?? startOf(view.source);
  if (name === 'ssh_username' || name === 'winrm_username') {
    return {
      at: startOf(view.source),
      message: 'username',
      sub: 'username',
      data: { type: view.type, name },
    };
  }
  const data = { sentence: message };
  if (names.some((one) => one.endsWith('certificate_file')))
    return { at, message: 'certificate', sub: 'certificate', data };
  if (!names.includes('ssh_bastion_host')) return undefined;
  if (problem === 'together') return { at, message: 'proxy', sub: 'proxy', data };
  return { at, message: 'bastion', sub: 'bastion', data };
}

function formatProblems({ type, body }: TargetView): readonly Problem[] {
  const methods = notAmong(body, 'transfer-method', {
    name: 'ssh_file_transfer_method',
    allowed: ['scp', 'sftp'],
  });
  return [
    ...methods.map(
      ({ at, data }): Problem => ({
        at,
        message: 'transfer-method',
        sub: 'transfer-method',
        data: { allowed: 'scp or sftp', value: String(data?.value) },
      }),
    ),
    ...wrongTunnels(body).map(
      ({ at, entry }): Problem => ({ at, message: 'tunnel', sub: 'tunnel', data: { entry } }),
    ),
    ...(type === 'azure-arm' ? weakPasswords(body) : []).map(
      (at): Problem => ({ at, message: 'azure-password', sub: 'azure-password' }),
    ),
  ];
}
