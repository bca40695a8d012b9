import { attributeOf, defineRule } from 'packer-hybrid/rules';
import { secondsOf } from '../_shared/duration.ts';
import { isSet, textOf } from '../_shared/settings.ts';

export default defineRule({
  id: 'build/pause-before-disables-timeout',
  meta: {
    summary: 'A step has a pause and a time limit, and the limit does not count.',
    severity: 'high',
    impact: 'unreliable-build',
    recovery: 'simple',
    confidence: 0.93,
    remedy: 'Wait in a step of its own before this one, and keep the time limit here.',
    example: 'provisioner "shell" {\n  timeout = "20m"\n  inline  = ["sleep 10", "./long.sh"]\n}',
    recommended: true,
  },
  messages: {
    ignored:
      'The step has "pause_before" as well, and Packer heeds only one of the two: the time limit is ignored, and a step that hangs blocks the build for ever.',
  },
  create: ({ report }) => ({
    provisioner({ component: { body } }) {
      const timeout = attributeOf(body, 'timeout');
      if (!timeout || !isSet(body, 'timeout') || !isSet(body, 'pause_before')) return;
      if (secondsOf(textOf(body, 'pause_before') ?? '') === 0) return;
      report({ at: timeout, message: 'ignored' });
    },
  }),
});
