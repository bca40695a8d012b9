import {
  type CheckInput,
  checkFiles,
  checkTargets,
  type PreflightContext,
  reachability,
  type Target,
  targetBody,
} from 'packer-hybrid';
import { checkCredentials } from './check-credentials.ts';
import { checkEndpoint, parseUrl } from './check-endpoint.ts';
import { checkTls } from './check-tls.ts';
import type { ProxmoxOptions } from './options.ts';
import { keyFiles, limits, platform } from './platform.ts';
import { type ProxmoxSource, readSource } from './source.ts';

type Probe = ReturnType<typeof reachability>;

/** Reports what can be known of each Proxmox target before Packer runs. */
export async function preflight(context: PreflightContext, options: ProxmoxOptions): Promise<void> {
  const probe = options.probe ? reachability('proxmox/reachable', platform.title) : undefined;
  await checkTargets(context, { platform: platform.id, limits }, (target) =>
    checksOf(context, { target, options, probe }),
  );
}

async function checksOf(
  context: PreflightContext,
  { target, options, probe }: { target: Target; options: ProxmoxOptions; probe: Probe | undefined },
): Promise<readonly CheckInput[]> {
  const template = context.templateOf(target);
  const body = targetBody(template, target);
  const source = readSource(template, body, options);
  const files = await checkFiles(body, {
    id: 'proxmox/files',
    template,
    attributes: [...platform.fileAttributes, ...keyFiles],
  });
  const reached = probe ? await checkReachable(source, { probe, signal: context.signal }) : [];
  return [...checkEndpoint(source), ...checkCredentials(source), ...checkTls(source), ...files, ...reached];
}

async function checkReachable(
  { url }: ProxmoxSource,
  { probe, signal }: { probe: Probe; signal: AbortSignal },
): Promise<readonly CheckInput[]> {
  const address = url.state === 'text' ? parseUrl(url.text) : undefined;
  if (!address) return [];
  const port = Number(address.port) || (address.protocol === 'https:' ? 443 : 80);
  return [await probe({ host: address.hostname.replace(/^\[|\]$/g, ''), port, signal })];
}
