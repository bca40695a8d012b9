import { readdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import {
  attributeOf,
  type NamedFile,
  type SourceRange,
  sourceText,
  type TargetView,
  type Template,
} from 'packer-hybrid/rules';
import { contentTexts } from './content-texts.ts';
import { textsOf } from './settings.ts';

/** A file that an operating system's installer reads its answers from. */
export interface AnswerFile {
  readonly name: string;
  readonly text: string;
  readonly via: 'http' | 'disc';
  /** The place of a stretch of the text. */
  at(start: number, end: number): SourceRange;
}

/** What is needed to read them. */
export interface FileReading {
  readonly template: Template;
  readFile(path: string): NamedFile | undefined;
}

const contents = [
  ['http_content', 'http'],
  ['cd_content', 'disc'],
  ['floppy_content', 'disc'],
] as const;
const paths = [
  ['cd_files', 'disc'],
  ['floppy_files', 'disc'],
  ['floppy_dirs', 'disc'],
] as const;
const mostFiles = 200;

const known = new WeakMap<TargetView, readonly AnswerFile[]>();

/** Every answer file that a source gives to its guest, as far as it can be read; several rules ask, the disk is read once. */
export function answerFiles(reading: FileReading, target: TargetView): readonly AnswerFile[] {
  const found = known.get(target) ?? readAnswers(reading, target);
  known.set(target, found);
  return found;
}

function readAnswers(reading: FileReading, target: TargetView): readonly AnswerFile[] {
  const { body } = target;
  const bodies = [body, ...body.blocks.map((block) => block.body)];
  return bodies.flatMap((one) => [
    ...contents.flatMap(([name, via]) => {
      const attribute = attributeOf(one, name);
      return attribute ? contentTexts(reading, attribute.expression).map((text) => ({ ...text, via })) : [];
    }),
    ...paths.flatMap(([name, via]) =>
      textsOf(one, name)
        .flatMap((path) => filesAt(reading, path))
        .flatMap((path) => readAnswer(reading, path, via)),
    ),
    ...textsOf(one, 'http_directory')
      .flatMap((path) => servedFiles(reading, target, path))
      .flatMap((path) => readAnswer(reading, path, 'http')),
  ]);
}

function readAnswer(reading: FileReading, path: string, via: AnswerFile['via']): readonly AnswerFile[] {
  const file = reading.readFile(path);
  return file ? [{ name: file.path, text: file.text, via, at: sourceText(file.path, file.text).range }] : [];
}

/** Of a folder that serves many systems, only what the boot command names; all of it when that names nothing. */
function servedFiles(reading: FileReading, target: TargetView, folder: string): readonly string[] {
  const all = filesAt(reading, folder);
  const typed = attributeOf(target.body, 'boot_command')?.expression;
  const text = typed ? textsOf(target.body, 'boot_command').join('') : '';
  const named = all.filter((path) => text.includes(basename(path)));
  return named.length > 0 ? named : all;
}

/** The files that a path means: itself, what lies in the folder, or what fits its `*`. */
function filesAt({ template }: FileReading, path: string): readonly string[] {
  const absolute = resolve(template.cwd, path);
  const pattern = basename(absolute);
  if (!/[*?]/.test(pattern)) return isFolder(absolute) ? filesBelow(absolute) : [absolute];
  const form = new RegExp(
    `^${pattern
      .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
  );
  return filesBelow(join(absolute, '..')).filter((file) => form.test(basename(file)));
}

function filesBelow(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .slice(0, mostFiles)
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted();
  } catch {
    return [];
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
