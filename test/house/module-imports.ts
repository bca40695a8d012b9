import { dirname, join, normalize } from 'node:path';
import type { SourceFile } from './source-files.ts';
import { isNode, type SyntaxNode, visitNodes } from './syntax.ts';

/** One place where a module names another one. */
export interface ModuleImport {
  readonly from: string;
  readonly specifier: string;
  /** A path relative to the repository for a relative specifier, else the package name or `node:…`. */
  readonly to: string;
  /** Erased by the compiler. */
  readonly typeOnly: boolean;
  /** Loaded only when the code gets there. */
  readonly lazy: boolean;
}

/** Everything that a module imports or re-exports: values, types and `import()`. */
export function importsOf(file: SourceFile): readonly ModuleImport[] {
  const found: ModuleImport[] = [];
  visitNodes(file, (node) => {
    const specifier = specifierOf(node);
    if (specifier === undefined) return;
    const typeOnly = node.type === 'TSImportType' || isErased(node);
    const lazy = node.type === 'ImportExpression';
    found.push({ from: file.path, specifier, to: resolved(file.path, specifier), typeOnly, lazy });
  });
  return found;
}

const kinds = new Set([
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
  'TSImportType',
]);

function specifierOf(node: SyntaxNode): string | undefined {
  if (!kinds.has(node.type) || !isNode(node.source)) return undefined;
  return typeof node.source.value === 'string' ? node.source.value : undefined;
}

/** Whether nothing of the import is left at run time. */
function isErased(node: SyntaxNode): boolean {
  if (node.importKind === 'type' || node.exportKind === 'type') return true;
  const specifiers = Array.isArray(node.specifiers) ? node.specifiers : [];
  return (
    specifiers.length > 0 &&
    specifiers.every((one) => isNode(one) && (one.importKind === 'type' || one.exportKind === 'type'))
  );
}

function resolved(from: string, specifier: string): string {
  if (specifier.startsWith('.')) return normalize(join(dirname(from), specifier));
  if (specifier.startsWith('node:')) return specifier;
  const parts = specifier.split('/');
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}
