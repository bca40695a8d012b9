/** What the rule says, with what it needs to say it. */
export const messages = {
  required: '"{type}" needs "{name}"{where}.',
  environment: '"{type}" needs "{name}", or {env} in the environment of every machine that builds it.',
  constraint: 'In "{type}"{where}: {sentence}',
} as const;
