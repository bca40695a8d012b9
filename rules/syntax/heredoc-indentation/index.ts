import { defineRule } from 'packer-hybrid/rules';
import { placeAt } from '../_shared/place-at.ts';
import { rawStrings } from '../_shared/raw-strings.ts';

export default defineRule({
  id: 'syntax/heredoc-indentation',
  meta: {
    summary: 'A heredoc keeps the indentation of the template, and its reader does not expect that.',
    severity: 'medium',
    impact: 'wrong-image',
    recovery: 'trivial',
    confidence: 0.85,
    remedy: 'Begin it with <<- instead of <<: that takes off what all lines are indented by.',
    example: '"/user-data" = <<-EOF\n  #cloud-config\n  autoinstall:\n    version: 1\nEOF',
    recommended: true,
    fixable: 'suggested',
  },
  messages: {
    kept: '"<<{word}" keeps the blanks in front of every line, and "{first}" must stand at the beginning of its own.',
  },
  create({ template, report }) {
    return {
      template() {
        for (const { raw, expression, attribute } of rawStrings(template)) {
          const [, word] = /^<<(\w+)\r?\n/.exec(raw) ?? [];
          const first = word === undefined ? undefined : indentedBeginning(raw);
          if (word === undefined || first === undefined) continue;
          if (!markers.test(first) && !(isSensitive(attribute.name) && structured.test(first))) continue;
          const at = placeAt(template, expression.range, [0, 2 + word.length]);
          const fix = [{ range: placeAt(template, expression.range, [2, 0]), newText: '-' }];
          report({ at, message: 'kept', data: { word, first: first.slice(0, 40) }, fix });
        }
      },
    };
  },
});

/** Beginnings that count only in the first column. */
const markers = /^(?:#!|#cloud-config|#include|## template:|<\?xml|---\s*$|Content-Type:)/;
const structured = /^(?:\[[\w.-]+\]$|[\w-]+:(?:\s|$)|[<{])/;

function isSensitive(name: string): boolean {
  return ['cd_content', 'content', 'floppy_content', 'http_content', 'user_data'].includes(name);
}

/** The first line, when every line is indented. */
function indentedBeginning(raw: string): string | undefined {
  const lines = raw
    .split(/\r?\n/)
    .slice(1, -1)
    .filter((line) => line.trim() !== '');
  return lines.every((line) => /^\s/.test(line)) ? lines[0]?.trim() : undefined;
}
