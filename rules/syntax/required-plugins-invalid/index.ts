import {
  type Attribute,
  type Block,
  blocksOf,
  defineRule,
  isJson,
  nameRange,
  parseConstraint,
} from 'packer-hybrid/rules';
import { isLegacy } from '../_shared/whole-files.ts';
import { entryProblems } from './entry-problems.ts';

export default defineRule({
  id: 'syntax/required-plugins-invalid',
  meta: {
    summary: 'The packer block asks for plugins or a version in a way that Packer refuses.',
    severity: 'critical',
    impact: 'build-fails',
    recovery: 'trivial',
    confidence: 0.95,
    remedy: 'Give each plugin a source HOST/OWNER/NAME and a version constraint, as literals.',
    example:
      'packer {\n  required_plugins {\n    proxmox = {\n      version = "~> 1.2"\n      source  = "github.com/hashicorp/proxmox"\n    }\n  }\n}',
    recommended: true,
    fixable: 'suggested',
  },
  messages: {
    attribute: 'The packer block has no "{name}": it takes required_version and required_plugins.',
    string: 'The plugin "{plugin}" is a plain string: it needs an object with "source" and "version".',
    missing: 'The plugin "{plugin}" has no "{key}".',
    key: 'The plugin "{plugin}" has a key "{key}": only "source" and "version" are known.',
    version: 'The plugin "{plugin}" asks for the version {version}, which is no version constraint.',
    prerelease: 'The plugin "{plugin}" asks for the pre-release {version}, which Packer never installs.',
    required: 'required_version {version} is no version constraint.',
    scheme: 'The source of the plugin "{plugin}" is a URL: Packer wants HOST/OWNER/NAME alone.',
    prefix:
      'The source of the plugin "{plugin}" ends with the name of its repository: leave "packer-plugin-" out.',
    source: 'The source of the plugin "{plugin}" is {source}: Packer wants HOST/OWNER/NAME.',
    name: '"{plugin}" is no name for a plugin: lowercase letters, digits and single dashes make one.',
  },
  create({ template, report }) {
    function checkPacker(block: Block): void {
      for (const attribute of block.body.attributes) {
        if (attribute.name === 'required_version') checkRequired(attribute);
        else report({ at: nameRange(attribute), message: 'attribute', data: { name: attribute.name } });
      }
      for (const { body } of blocksOf(block.body, 'required_plugins')) {
        for (const entry of body.attributes) checkEntry(entry);
      }
    }

    function checkRequired({ value, valueRange }: Attribute): void {
      if (value.state !== 'known' || typeof value.value !== 'string' || value.value === '') return;
      if (parseConstraint(value.value)) return;
      report({ at: valueRange, message: 'required', data: { version: JSON.stringify(value.value) } });
    }

    function checkEntry(entry: Attribute): void {
      const plugin = entry.name;
      if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(plugin)) {
        report({ at: nameRange(entry), message: 'name', data: { plugin } });
      }
      for (const problem of entryProblems(entry)) {
        report(isJson(entry.range) ? { ...problem, fix: [] } : problem);
      }
    }

    return {
      template() {
        if (isLegacy(template)) return;
        for (const block of template.blocks) if (block.type === 'packer') checkPacker(block);
      },
    };
  },
});
