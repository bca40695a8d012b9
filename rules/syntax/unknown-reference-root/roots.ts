/** What is in Packer's own objects; what is in `build` depends on the builder. */
export const membersOfRoots: Readonly<Record<string, readonly string[]>> = {
  path: ['root', 'cwd'],
  packer: ['version', 'iterationID', 'versionFingerprint'],
  source: ['type', 'name'],
};

/** Names that other tools of the family have, with what Packer has for them. */
export const foreignRoots: ReadonlyMap<string, string> = new Map([
  ['terraform', 'its own version is packer.version'],
  ['module', 'it has no modules, and its folder is path.root'],
  ['each', 'repeat a block with dynamic, or name several sources in the build'],
  ['count', 'repeat a block with dynamic, or name several sources in the build'],
  ['self', 'the machine under construction is build, as in build.Host'],
  ['env', 'declare a variable whose default is env("NAME")'],
]);
