import { describeComponents } from '../test/support/describe-components.ts';

process.stdout.write(`${await describeComponents()}\n`);
