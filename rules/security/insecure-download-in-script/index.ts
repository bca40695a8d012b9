import {
  commandsIn,
  defineRule,
  type Severity,
  type SourceRange,
  type Template,
  type TextEdit,
} from 'packer-hybrid/rules';
import { withSeverity } from '../_shared/secret-value.ts';
import { writtenText } from '../_shared/written-text.ts';
import { insecureOptions } from './insecure-options.ts';
import { isVerifiedLater } from './verification.ts';

export default defineRule({
  id: 'security/insecure-download-in-script',
  meta: {
    summary: 'Something is installed from a source that nobody checked.',
    severity: 'high',
    impact: 'insecure-image',
    recovery: 'moderate',
    confidence: 0.85,
    remedy: 'Leave the option out, and import the signing key or the authority of the server before.',
    example: 'inline = ["curl -fsSL --cacert /tmp/ca.pem https://internal/agent.rpm -o /tmp/agent.rpm"]',
    recommended: true,
    fixable: 'suggested',
  },
  messages: {
    connection:
      '{option} lets {program} take data from whoever answers: what it fetches becomes part of the image.',
    signature: '{option} lets {program} install packages that nobody signed.',
    verified:
      '{option} lets {program} take data from whoever answers; only the check behind it tells what came.',
  },
  create: ({ template, report }) => ({
    script(script) {
      const commands = commandsIn(script);
      for (const [index, command] of commands.entries()) {
        for (const { option, kind, word } of insecureOptions(command)) {
          const isVerified =
            kind === 'connection' && isVerifiedLater(command, commands.slice(index + 1, index + 8));
          const severity: Severity | undefined = isVerified ? 'low' : undefined;
          const at = word === undefined ? command.range : (command.wordRanges[word] ?? command.range);
          const data = { option, program: word === undefined ? 'later commands' : command.name };
          const fix = word === undefined ? [] : withoutWord(template, command.wordRanges[word], option);
          report({ at, message: isVerified ? 'verified' : kind, data, fix, ...withSeverity(severity) });
        }
      }
    },
  }),
});

/** An option of its own word can go, where the template itself holds the command. */
function withoutWord(
  template: Template,
  range: SourceRange | undefined,
  option: string,
): readonly TextEdit[] {
  if (!range || writtenText(template, range) !== option) return [];
  const { start } = range;
  const before = { ...start, column: start.column - 1, offset: start.offset - 1 };
  const widened = { ...range, start: before };
  return writtenText(template, widened) === ` ${option}` ? [{ range: widened, newText: '' }] : [];
}
