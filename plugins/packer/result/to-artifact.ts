import type { Artifact } from 'packer-hybrid';
import type { ReportedArtifact } from '../transcript/index.ts';
import { artifactFiles, type FilePlaces } from './artifact-files.ts';

/** `eu-central-1:ami-0abc`, several with commas. */
const regional = /^([a-z]{2}(?:-[a-z]+)+-\d+):(\S+)$/;
const azureLocation = /^(?:ManagedImageLocation|StorageAccountLocation): *(\S+)/m;

/** An artifact as Packer reported it, in the form that manifests and publishers read. */
export async function toArtifact(
  reported: ReportedArtifact,
  { platform, places, signal }: { platform: string; places: FilePlaces; signal?: AbortSignal },
): Promise<Artifact> {
  const ids = reported.id.split(',').filter((id) => id !== '');
  const region = regional.exec(ids[0] ?? '')?.[1] ?? azureLocation.exec(reported.description)?.[1];
  return {
    builder_id: reported.builderId,
    platform,
    ...(region ? { region } : {}),
    image_ids: ids.map((id) => regional.exec(id)?.[2] ?? id),
    description: reported.description,
    files: [...(await artifactFiles(reported.files, places, signal))],
  };
}
