import { imageServer, type ServerMood } from '../doubles/image-server.ts';
import type { FaultContext, Injection } from '../fault.ts';
import { qemuBuild } from './qemu-build.ts';

/** A build whose image comes from a mirror in this mood, which is well again after the first attempt. */
export async function fromMirrorThatHeals(ctx: FaultContext, mood: ServerMood): Promise<Injection> {
  const { server, files } = await mirrored(ctx, mood);
  return {
    files,
    makes: ['output/guest/'],
    async during({ event }) {
      await event(/"type":"attempt.finished"/);
      server.become('good');
    },
  };
}

export interface LastingMood {
  readonly mood: ServerMood;
  /** How often the image may be asked for at most. */
  readonly downloads: number;
}

/** A build whose image comes from a mirror that stays in its mood. */
export async function fromMirrorThatStays(
  ctx: FaultContext,
  { mood, downloads }: LastingMood,
): Promise<Injection> {
  const { server, files } = await mirrored(ctx, mood);
  return {
    files,
    check: () => {
      if (server.downloads > downloads) throw new Error(`The image was asked for ${server.downloads} times.`);
    },
  };
}

async function mirrored(ctx: FaultContext, mood: ServerMood) {
  const { guest } = ctx;
  const server = await imageServer(ctx, guest.disk, mood);
  return { server, files: { 'guest.pkr.hcl': qemuBuild({ guest: { ...guest, disk: server.url } }) } };
}
