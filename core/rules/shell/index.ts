export type { Assignment, Command, Joint, Redirection } from './command.ts';
export { commandsIn } from './commands-in.ts';
