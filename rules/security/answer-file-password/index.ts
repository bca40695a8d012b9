// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { defineRule } from 'packer-hybrid/rules';
import { answerFiles } from '../_shared/answer-files.ts';
import { isTestFile, withSeverity } from '../_shared/secret-value.ts';
import { answerPasswords } from './answer-passwords.ts';

export default defineRule({
  id: 'security/answer-file-password',
  meta: {
    summary: 'An answer file of an installer contains a password in clear text.',
    severity: 'medium',
    impact: 'secret-exposed',
    recovery: 'moderate',
    confidence: 0.8,
    remedy:
      'Give a hash, from a sensitive variable through templatefile(), and delete what the installer leaves of the file.',
    example: 'http_content = {\n  "/ks.cfg" = "rootpw --iscrypted ${var.root_hash}\\n"\n}',
    recommended: true,
  },
  messages: {
    clear:
      'The answer file sets "{what}" in clear text, and the installer leaves a copy of the file in every machine made from the image.',
    encoded:
      'The answer file sets "{what}" in an encoded form, which anybody can decode, and the installer leaves a copy of it.',
  },
  create: ({ template, report, readFile }) => ({
    target(target) {
      for (const file of answerFiles({ template, readFile }, target)) {
        for (const { what, start, end, isEncoded } of answerPasswords(file.text)) {
          const severity = isEncoded || isTestFile(file.name) ? 'low' : undefined;
          const at = file.at(start, end);
          report({ at, message: isEncoded ? 'encoded' : 'clear', data: { what }, ...withSeverity(severity) });
        }
      }
    },
  }),
});
