import { isUtf8 } from 'node:buffer';
import { posix } from 'node:path';
import { bool, boolType, isKeyed, setOf, setType, type Typed, text, typeText } from '../../values/index.ts';
import { filesMatching } from './files-matching.ts';
import { existsInside, readInside } from './read-inside.ts';
import { anyType, type FunctionSpec, param, refuse, stringType, textFunction, textOf } from './spec.ts';
import { renderTemplate } from './template-file.ts';

const path = param('path', stringType);

/** Files are read inside the workspace only; a file that is missing may be made before Packer runs, so that is no error. */
export const files: Readonly<Record<string, FunctionSpec>> = {
  basename: textFunction(['path'], (written = '') => base(written)),
  dirname: textFunction(['path'], (written = '') => folder(written)),
  abspath: {
    params: [path],
    returns: stringType,
    compute: ([written], scope) => text(posix.resolve(scope.path.cwd, textOf(written))),
  },
  pathexpand: {
    params: [path],
    returns: stringType,
    compute: ([written]) => (textOf(written).startsWith('~') ? undefined : written),
  },
  file: {
    params: [path],
    returns: stringType,
    compute: ([written], scope) => {
      const bytes = readInside(textOf(written), scope);
      if (!bytes) return undefined;
      if (!isUtf8(bytes)) throw refuse('the file is no text in UTF-8: use filebase64');
      return text(bytes.toString('utf8'));
    },
  },
  filebase64: {
    params: [path],
    returns: stringType,
    compute: ([written], scope) => {
      // Unlike all the others, this one counts from where Packer is started.
      const bytes = readInside(posix.resolve(scope.path.cwd, textOf(written)), scope);
      return bytes && text(bytes.toString('base64'));
    },
  },
  fileexists: {
    params: [path],
    returns: boolType,
    compute: ([written], scope) => {
      const exists = existsInside(textOf(written), scope);
      return exists === undefined ? undefined : bool(exists);
    },
  },
  fileset: {
    params: [path, param('pattern', stringType)],
    returns: setType(stringType),
    compute: ([folder, pattern], scope) => {
      const names = filesMatching(textOf(folder), textOf(pattern), scope);
      return names && setOf(names.map(text), stringType);
    },
  },
  templatefile: {
    params: [path, param('vars', anyType)],
    returns: anyType,
    structural: true,
    compute: ([written, vars], scope) => {
      if (vars && vars.type.kind !== 'any' && !isKeyed(vars.type)) {
        throw refuse(`the values must be a map, and this is ${typeText(vars.type)}`);
      }
      return written && vars && fromFile(written, vars, scope);
    },
  },
};

function fromFile(
  written: Typed,
  vars: Typed,
  scope: Parameters<FunctionSpec['compute']>[1],
): Typed | undefined {
  if (typeof written.data !== 'string' || vars.data === undefined) return undefined;
  const bytes = readInside(written.data, scope);
  const expression = bytes && isUtf8(bytes) ? scope.files?.template(bytes.toString('utf8')) : undefined;
  return expression && renderTemplate(expression, vars, scope);
}

/** Go calls the last part of nothing a dot. */
function base(written: string): string {
  if (written === '') return '.';
  return posix.basename(written) || '/';
}

/** What stands before the last slash, made as short as it can be. */
function folder(written: string): string {
  const short = posix.normalize(written.slice(0, written.lastIndexOf('/') + 1));
  return short === '/' || short === '' ? short || '.' : short.replace(/\/$/, '');
}
