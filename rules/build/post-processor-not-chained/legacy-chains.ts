import { legacyDocument, type Placed, type Template } from 'packer-hybrid/rules';

/** Tells whether a post-processor stands in one of the inner lists with which the old JSON form writes chains. */
export function legacyChains({ files }: Template): (placed: Placed) => boolean {
  const chains = files.flatMap((file) => {
    const entries = legacyDocument(file)?.entries ?? [];
    const listed = entries.find(
      ({ key }) => key.kind === 'literal' && key.value === 'post-processors',
    )?.value;
    return listed?.kind === 'list' ? listed.items.filter(({ kind }) => kind === 'list') : [];
  });
  return ({ range: { file, start } }) =>
    chains.some(
      ({ range }) =>
        range.file === file && range.start.offset < start.offset && start.offset < range.end.offset,
    );
}
