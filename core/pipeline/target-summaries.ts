import { describeLogs, retentionOf, targetPaths, writeLogSummary } from '../state/index.ts';
import type { Session } from './session.ts';

/** Writes `state/packer/logs/<slug>.json` of every target that was built in this run. */
export async function writeTargetSummaries(session: Session): Promise<void> {
  const { paths, record, settings, info } = session;
  const built = record.run.targets.filter(({ result, attempts }) => result !== null && attempts > 0);
  if (built.length === 0) return;
  for (const { target, result } of built) {
    const { log, packerLog } = targetPaths(paths, target.slug);
    const logs = await describeLogs(paths.root, [log, packerLog]);
    if (logs.length === 0) continue;
    await writeLogSummary(paths, target.slug, {
      version: 1,
      target: target.id,
      run: info.id,
      logs: [...logs],
      errors: record.shown(target, 'error'),
      warnings: record.shown(target, 'warning'),
      artifact_ids: result?.artifacts.flatMap(({ image_ids }) => image_ids) ?? [],
      manifest_path: result?.manifest_path ?? null,
      scrub_manifest: null,
      retention: retentionOf(settings.policy.retention.days),
    });
  }
}
