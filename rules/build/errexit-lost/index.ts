import {
  attributeOf,
  type Body,
  defineRule,
  findIn,
  isJson,
  type Script,
  type SourceRange,
  type Template,
  type TextEdit,
} from 'packer-hybrid/rules';
import { type WrittenText, writtenTexts } from '../_shared/written-texts.ts';
import { setsErrexit, unseenFailure } from './fallible.ts';
import { hasErrexit, type StartedBy, startedBy } from './interpreter.ts';

export default defineRule({
  id: 'build/errexit-lost',
  meta: {
    summary: 'A shell step goes on after a failed command, because its shell runs without -e.',
    severity: 'high',
    impact: 'wrong-image',
    recovery: 'trivial',
    confidence: 0.9,
    remedy: 'Start the shell with -e, or let the script begin with "set -e".',
    example: `execute_command = "{{ .Vars }} sudo -S -E sh -e '{{ .Path }}'"`,
    recommended: true,
    fixable: 'suggested',
  },
  messages: {
    command:
      'The command starts the script with "{interpreter}", so a first line that asks for -e does not count: after "{first}" fails, the step goes on and reports success.',
    shebang:
      'The interpreter "{interpreter}" replaces "/bin/sh -e": after "{first}" fails, the step goes on and reports success.',
  },
  create({ template, report }) {
    const told = new Set<string>();
    const isNew = ({ file, start }: SourceRange) => told.size !== told.add(`${file}:${start.offset}`).size;

    function check(script: Script, body: Body): void {
      const first = unseenFailure(script)?.name;
      if (first === undefined || setsErrexit(script)) return;
      const execute = attributeOf(body, 'execute_command');
      const ways = execute ? writtenTexts(template, execute.expression) : [];
      for (const way of ways) {
        const started = startedBy(way.text);
        if (!started || started.stopsOnErrors || !isNew(way.range)) continue;
        const data = { interpreter: started.written, first };
        report({ at: way.range, message: 'command', data, fix: withErrexit(template, way, started) });
      }
      const isOwn = ways.every(({ text }) => startedBy(text) === undefined) && (ways.length > 0 || !execute);
      const shebang = attributeOf(body, 'inline_shebang');
      if (script.origin !== 'inline' || !isOwn || shebang?.value.state !== 'known') return;
      const interpreter = String(shebang.value.value);
      if (!/sh\b/.test(interpreter) || hasErrexit(interpreter)) return;
      report({ at: shebang.valueRange, message: 'shebang', data: { interpreter, first } });
    }

    return {
      script(script) {
        if (!('component' in script.owner) || script.owner.component.type !== 'shell') return;
        if (script.shell !== 'sh' || script.origin === 'command') return;
        // A file that never asked for -e wants to go on.
        if (script.origin === 'file' && !hasErrexit(script.shebang ?? '')) return;
        check(script, script.owner.component.body);
      },
    };
  },
});

/** Puts `-e` behind the interpreter, where it stands in one piece. */
function withErrexit(
  template: Template,
  { range }: WrittenText,
  { written, program }: StartedBy,
): readonly TextEdit[] {
  const at = isJson(range) ? undefined : findIn(template, range, `${written} `);
  return at ? [{ range: at, newText: `${program} -e${written.slice(program.length)} ` }] : [];
}
