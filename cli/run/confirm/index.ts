export { confirmOnTerminal } from './confirm-on-terminal.ts';
