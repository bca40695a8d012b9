import {
  type CheckInput,
  checkFiles,
  checkTargets,
  type PreflightContext,
  reachability,
  type Target,
  targetBody,
} from 'packer-hybrid';
import { checkLogin } from './check-login.ts';
import { checkIds, checkPlace } from './check-place.ts';
import { managementHost } from './management-host.ts';
import type { AzureOptions } from './options.ts';
import { keyFiles, limits, platform } from './platform.ts';
import { readSource } from './source.ts';

interface Question {
  readonly target: Target;
  readonly options: AzureOptions;
  readonly probe: ReturnType<typeof reachability> | undefined;
}

/** Reports what can be known of each Azure target before Packer runs. */
export async function preflight(context: PreflightContext, options: AzureOptions): Promise<void> {
  const probe = options.probe ? reachability('azure/reachable', 'Azure') : undefined;
  await checkTargets(context, { platform: platform.id, limits }, (target) =>
    checksOf(context, { target, options, probe }),
  );
}

async function checksOf(
  context: PreflightContext,
  { target, options, probe }: Question,
): Promise<readonly CheckInput[]> {
  const template = context.templateOf(target);
  const body = targetBody(template, target);
  const source = readSource(template, body, options);
  const host = managementHost(source);
  const files = await checkFiles(body, {
    id: 'azure/files',
    template,
    attributes: [...platform.fileAttributes, ...keyFiles],
  });
  return [
    ...(await checkLogin(source, context.processes)),
    ...checkIds(source),
    ...(target.source.type === 'azure-arm' ? checkPlace(source) : []),
    ...files,
    ...(probe && host ? [await probe({ host, port: 443, signal: context.signal })] : []),
  ];
}
