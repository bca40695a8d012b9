// biome-ignore-all lint/suspicious/noTemplateCurlyInString: HCL interpolates with the same signs
import { attributeOf, defineRule } from 'packer-hybrid/rules';
import { itemsOf } from '../_shared/literals.ts';
import { isUnset } from '../_shared/settings.ts';
import { servedSecret } from './served-secret.ts';

export default defineRule({
  id: 'security/secret-served-over-http',
  meta: {
    summary: 'A secret lies on Packer’s web server, which everybody on the network can read.',
    severity: 'low',
    impact: 'secret-exposed',
    recovery: 'simple',
    confidence: 0.7,
    remedy:
      'Serve the same files with cd_content and cd_label, give a hash instead of the password, or set http_bind_address.',
    example:
      'cd_content = {\n  "user-data" = "password: ${var.build_password_encrypted}"\n}\ncd_label = "cidata"',
    recommended: true,
  },
  messages: {
    served:
      'The secret "{name}" is served in "{file}" over plain HTTP on every address of this host, to whoever asks for it.',
  },
  create: ({ template, report, readFile }) => ({
    target({ body }) {
      const content = attributeOf(body, 'http_content');
      const isBound = ['http_interface', 'http_bind_address'].some(
        (name) => !isUnset(attributeOf(body, name)),
      );
      if (!content || isBound) return;
      for (const { key = '', value } of itemsOf(template, content.expression)) {
        const name = servedSecret({ template, readFile }, value);
        if (name !== undefined) report({ at: value.range, message: 'served', data: { name, file: key } });
      }
    },
  }),
});
