interface HeldKey {
  readonly key: string;
  readonly message: 'held' | 'released';
}

/** Keys that a boot command presses and never releases, or the other way round. */
export function heldKeys(command: string): readonly HeldKey[] {
  const pressed = new Map<string, string>();
  const problems: HeldKey[] = [];
  for (const { 1: key = '', 2: way = '' } of command.matchAll(
    /<((?:left|right)(?:Alt|Ctrl|Shift|Super))(On|Off)>/gi,
  )) {
    const lower = key.toLowerCase();
    if (way.toLowerCase() === 'on') pressed.set(lower, key);
    else if (!pressed.delete(lower)) problems.push({ key, message: 'released' });
  }
  return [...problems, ...[...pressed.values()].map((key) => ({ key, message: 'held' as const }))];
}
