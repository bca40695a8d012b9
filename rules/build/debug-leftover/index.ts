import { attributeOf, type ComponentView, defineRule, type Script, startOf } from 'packer-hybrid/rules';
import { runsAfterFailure } from '../_shared/on-guest.ts';
import { flagOf, isUnset, numberOf, shownValue } from '../_shared/settings.ts';
import { leftoverIn } from './leftovers.ts';

export default defineRule({
  id: 'build/debug-leftover',
  meta: {
    summary: 'Something for hunting errors is still in the template: it stops the build or hides failures.',
    severity: 'medium',
    impact: 'unreliable-build',
    recovery: 'trivial',
    confidence: 0.82,
    remedy: 'Remove it, or switch it with a variable.',
    example: 'provisioner "breakpoint" {\n  disable = !var.debug\n}',
    recommended: true,
  },
  messages: {
    breakpoint: 'The breakpoint waits for somebody to press Enter, and nobody does in a pipeline.',
    'long-sleep': '"{command}" holds the build for {minutes} minutes.',
    'always-fails': 'The step does nothing but end with an error.',
    'debug-mode': '"debug_mode" traces every line of the script, secrets included.',
    'failure-ignored':
      'With "continue_on_error" a clean-up or hardening that fails is published all the same.',
    'failure-accepted': '"valid_exit_codes" accepts 1, with which nearly every command says that it failed.',
    'failure-hidden': 'The only command of the step ends with "|| true", so the step cannot fail.',
  },
  subs: {
    breakpoint: 'A breakpoint that is not switched.',
    'long-sleep': 'A pause of ten minutes or more.',
    'always-fails': 'A step that is only there to fail.',
    'debug-mode': 'Tracing in PowerShell.',
    'failure-ignored': 'continue_on_error on a step that cleans up or hardens.',
    'failure-accepted': 'The exit code 1 is accepted.',
    'failure-hidden': 'The only command cannot fail.',
  },
  create({ template, report }) {
    function checkSettings({ component }: ComponentView): void {
      const { type, body, name = '' } = component;
      const isOpen = isUnset(body, 'disable');
      if (type === 'breakpoint' && isOpen)
        report({ at: startOf(component), message: 'breakpoint', sub: 'breakpoint' });
      const debug = attributeOf(body, 'debug_mode');
      if (debug && type === 'powershell' && (numberOf(body, 'debug_mode') ?? 0) > 0)
        report({ at: debug, message: 'debug-mode', sub: 'debug-mode' });
      const ignoring = attributeOf(body, 'continue_on_error');
      const written = [name, ...body.attributes.map(({ text }) => text)].join('\n');
      if (
        ignoring &&
        flagOf(body, 'continue_on_error') &&
        /clean|harden|secur|cis\b|stig|sysprep/i.test(written)
      )
        report({ at: ignoring, message: 'failure-ignored', sub: 'failure-ignored' });
      const codes = attributeOf(body, 'valid_exit_codes');
      const accepted = shownValue(body, 'valid_exit_codes');
      if (codes && Array.isArray(accepted) && accepted.some((code: unknown) => code === 1 || code === '1'))
        report({ at: codes, message: 'failure-accepted', sub: 'failure-accepted' });
    }

    function checkScript(script: Script): void {
      const found = leftoverIn(script);
      if (!found) return;
      const { id, at } = found;
      if (id === 'long-sleep') report({ at, message: id, sub: id, data: found.data });
      else report({ at, message: id, sub: id });
    }

    return {
      provisioner(view) {
        if (!runsAfterFailure(template, view.component)) checkSettings(view);
      },
      script(script) {
        const { owner, origin } = script;
        if (origin === 'command' || !('component' in owner) || runsAfterFailure(template, owner.component))
          return;
        checkScript(script);
      },
    };
  },
});
