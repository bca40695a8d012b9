import { defineRule } from 'packer-hybrid/rules';
import { openHeredoc } from './heredocs.ts';

export default defineRule({
  id: 'build/inline-heredoc-unterminated',
  meta: {
    summary: 'A here-document in inline commands has no end and swallows the commands behind it.',
    severity: 'high',
    impact: 'wrong-image',
    recovery: 'trivial',
    confidence: 0.88,
    remedy: 'Write the closing word as an element of its own, without blanks around it.',
    example: 'inline = [\n  "cat > /etc/motd <<END",\n  "hello",\n  "END",\n]',
    recommended: true,
  },
  messages: {
    missing:
      'No line closes the here-document "{word}": every command behind it becomes its text, and the step still succeeds.',
    blanks:
      'The here-document "{word}" stays open: the line that should close it has blanks around the word, so every command behind it becomes text.',
  },
  create: ({ report }) => ({
    script({ origin, shell, lines, owner }) {
      if (origin !== 'inline' || shell !== 'sh' || !('component' in owner)) return;
      if (!lines.some(({ text }) => text.includes('<<'))) return;
      // An element that is unknown as a whole may be the closing word.
      if (
        lines.some(({ text }) => /^\s*\$\{[^}]*\}\s*$|^\s*(?:var|local|data|each)\.[\w.[\]]+\s*$/.test(text))
      )
        return;
      const open = openHeredoc(lines.map(({ text }) => text));
      const at = open && lines[open.line]?.range;
      if (!open || !at) return;
      const message = open.near === undefined ? ('missing' as const) : ('blanks' as const);
      report({ at, message, data: { word: open.word } });
    },
  }),
});
