import * as z from 'zod';
import { Artifact, Publication, Target, TemplateEdit, ValidationEvidence } from '../schema/index.ts';

/** `artifacts/<slug>.json`: what a target's last good build made, and where it came from. */
export const BuildManifest = z.strictObject({
  version: z.literal(1),
  target: Target,
  artifacts: z.array(Artifact),
  provenance: z.strictObject({
    command_id: z.string(),
    command: z.string(),
    git_sha: z.string().nullable(),
    packer_version: z.string().nullable(),
    started_at: z.iso.datetime(),
    finished_at: z.iso.datetime(),
    /** What a recovery changed in the copy of the template that it was built from. */
    template_edits: z.array(TemplateEdit).default([]),
  }),
  evidence: z.array(ValidationEvidence),
  publications: z.array(Publication),
});
export type BuildManifest = z.infer<typeof BuildManifest>;
