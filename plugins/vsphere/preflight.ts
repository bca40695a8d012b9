import {
  type CheckInput,
  checkFiles,
  checkTargets,
  type PreflightContext,
  reachability,
  type Target,
  targetBody,
} from 'packer-hybrid';
import { checkEndpoint, readPlace } from './check-endpoint.ts';
import { checkKubeconfig } from './check-kubeconfig.ts';
import { checkCredentials, checkPlacement, checkTls } from './check-source.ts';
import type { VsphereOptions } from './options.ts';
import { keyFiles, limits, platform } from './platform.ts';
import { readSource } from './source.ts';

interface Question {
  readonly target: Target;
  readonly options: VsphereOptions;
  readonly probe: ReturnType<typeof reachability> | undefined;
}

/** Reports what can be known of each vSphere target before Packer runs. */
export async function preflight(context: PreflightContext, options: VsphereOptions): Promise<void> {
  const probe = options.probe ? reachability('vsphere/reachable', 'vCenter') : undefined;
  await checkTargets(context, { platform: platform.id, limits }, (target) =>
    checksOf(context, { target, options, probe }),
  );
}

async function checksOf(context: PreflightContext, question: Question): Promise<readonly CheckInput[]> {
  const template = context.templateOf(question.target);
  const body = targetBody(template, question.target);
  const attributes = [...platform.fileAttributes, ...keyFiles];
  const files = await checkFiles(body, { id: 'vsphere/files', template, attributes });
  if (question.target.source.type === 'vsphere-supervisor') {
    const { kubeconfig } = question.options;
    return [...files, ...(await checkKubeconfig({ template, body, kubeconfig }))];
  }
  return [...files, ...(await vcenterChecks(context, question))];
}

async function vcenterChecks(
  context: PreflightContext,
  { target, options, probe }: Question,
): Promise<readonly CheckInput[]> {
  const template = context.templateOf(target);
  const source = readSource(template, targetBody(template, target), options);
  const place = source.server.state === 'text' ? readPlace(source.server.text) : undefined;
  const reached = probe && place ? [await probe({ ...place, signal: context.signal })] : [];
  return [
    ...checkEndpoint(source.server),
    ...checkCredentials(source),
    ...checkPlacement(source),
    ...checkTls(source),
    ...reached,
  ];
}
