import { attributeOf, type Body, blocksOf, defineRule } from 'packer-hybrid/rules';
import { isSet, isUnset, textOf, textsOf } from '../_shared/settings.ts';
import { branchFile, movingFile, movingFolder, unpinnedClones, unpinnedRequirements } from './inputs.ts';

export default defineRule({
  id: 'architecture/mutable-input-version',
  meta: {
    summary: 'The same commit of the template gives another image when something outside changes.',
    severity: 'low',
    impact: 'unreliable-build',
    recovery: 'simple',
    confidence: 0.75,
    remedy: 'Name the version, or check what moves against the list of checksums beside it.',
    example: 'image_version = "24.04.202405010"',
    recommended: false,
  },
  messages: {
    'azure-image': 'The marketplace image is the latest one of the day of the build.',
    'moving-iso': '"{url}" is another file after the next release.',
    'pinned-digest':
      '"{url}" is another file after the next release, and the fixed checksum fails from that day on.',
    'branch-file': '"{url}" is the newest state of a branch.',
    'git-clone': 'The newest state of the repository is cloned, without a tag or a commit.',
    requirement: '"{role}" in "{path}" has no version.',
  },
  subs: {
    'azure-image': 'A marketplace image without version.',
    'moving-iso': 'An installer in a folder such as latest.',
    'pinned-digest': 'A moving installer with a fixed checksum.',
    'branch-file': 'A file of a branch.',
    'git-clone': 'A clone without tag or commit.',
    requirement: 'A role or collection without version.',
  },
  create({ report, readFile }) {
    function checkAzure(body: Body): void {
      const publisher = attributeOf(body, 'image_publisher');
      const version = attributeOf(body, 'image_version');
      const isLatest = isUnset(body, 'image_version') || textOf(body, 'image_version') === 'latest';
      if (publisher && isSet(body, 'image_publisher') && isLatest)
        report({ at: version ?? publisher, message: 'azure-image', sub: 'azure-image' });
    }

    return {
      target({ type, body }) {
        if (type === 'azure-arm') checkAzure(body);
        for (const one of [body, ...blocksOf(body, 'boot_iso').map((block) => block.body)]) {
          for (const { id, ...found } of movingIsos(one)) report({ ...found, message: id, sub: id });
        }
      },
      data({ type, body }) {
        const url = textOf(body, 'url');
        const attribute = attributeOf(body, 'url');
        if (type === 'http' && attribute && url !== undefined && branchFile.test(url))
          report({ at: attribute.valueRange, message: 'branch-file', sub: 'branch-file', data: { url } });
      },
      provisioner({ component: { type, body } }) {
        if (type !== 'ansible' && type !== 'ansible-local') return;
        const attribute = attributeOf(body, 'galaxy_file');
        const file = readFile(textOf(body, 'galaxy_file') ?? '');
        if (!attribute || !file) return;
        for (const role of unpinnedRequirements(file.text))
          report({
            at: attribute,
            message: 'requirement',
            sub: 'requirement',
            data: { role, path: file.path },
          });
      },
      script(script) {
        if (script.origin === 'command') return;
        for (const { range } of unpinnedClones(script))
          report({ at: range, message: 'git-clone', sub: 'git-clone' });
      },
    };
  },
});

/** Installers at an address that will be another file some day. */
function movingIsos(body: Body) {
  return ['iso_url', 'iso_urls'].flatMap((name) => {
    const attribute = attributeOf(body, name);
    const url = textsOf(body, name).find((one) => movingFolder.test(one) || movingFile.test(one));
    if (!attribute || url === undefined) return [];
    const isPinned = /^(?:\w+:)?[0-9a-f]{32,128}$/i.test(textOf(body, 'iso_checksum') ?? '');
    const shared = { at: attribute.valueRange, data: { url } };
    const id = isPinned ? ('pinned-digest' as const) : ('moving-iso' as const);
    return [{ ...shared, id, severity: isPinned ? ('medium' as const) : ('low' as const) }];
  });
}
