import type { Scope } from '../evaluate/index.ts';
import { evaluate } from '../evaluate/index.ts';
import type { PackerRequirements, RequiredPlugin } from '../model.ts';
import type { SyntaxAttribute, SyntaxBlock } from '../syntax/document.ts';
import { syntaxText } from './evaluate-body.ts';

/** What the `packer` blocks ask for. */
export function readRequirements(packer: readonly SyntaxBlock[], scope: Scope): PackerRequirements {
  const pluginBlocks = packer.flatMap(({ body }) =>
    body.blocks.filter(({ type }) => type === 'required_plugins'),
  );
  const versions = packer.flatMap(({ body }) => syntaxText(body, 'required_version', scope) ?? []);
  return {
    version: versions.length === 0 ? undefined : versions.join(', '),
    plugins: pluginBlocks.flatMap(({ body }) =>
      body.attributes.map((attribute) => requiredPlugin(attribute, scope)),
    ),
    pluginBlocks: pluginBlocks.map(({ range }) => range),
  };
}

function requiredPlugin({ name, expression, range }: SyntaxAttribute, scope: Scope): RequiredPlugin {
  const value = evaluate(expression, scope);
  const wanted: unknown = value.state === 'unknown' ? undefined : value.value;
  // `name = "~> 1.0"` names a version only.
  if (typeof wanted === 'string') return { name, source: undefined, version: wanted, range };
  const { source, version } = (wanted ?? {}) as { source?: unknown; version?: unknown };
  return { name, source: textOrNothing(source), version: textOrNothing(version), range };
}

function textOrNothing(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
