import type { Fault } from '../fault.ts';
import { nullBuild } from '../templates/null-build.ts';

/** The build was good: it is not made again because what follows it failed. */
export const fault: Fault = {
  name: 'post-processor-failed',
  what: 'a post-processor cannot write its file',
  cause: 'post-processor-failed',
  needs: [],
  packers: 'each',
  quick: true,
  expects: { action: 'none', outcome: 'escalated', exitCode: 1, attempts: 1 },
  inject: () => ({
    files: {
      'null.pkr.hcl': nullBuild('true').replace(
        /}\s*$/,
        '  post-processor "manifest" {\n    output = "no/such/folder/manifest.json"\n  }\n}\n',
      ),
    },
  }),
};
