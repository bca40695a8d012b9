import type { RuleVisitor } from '../rule.ts';

export type NodeKind = keyof RuleVisitor;

/** The nodes that a visitor of each kind is called with. */
export type NodeArguments = {
  readonly [Kind in NodeKind]: Parameters<NonNullable<RuleVisitor[Kind]>>;
};

/** Calls the handlers of all rules for one node; does nothing for a kind that no rule asks for. */
export interface Visitors {
  asksFor(...kinds: readonly NodeKind[]): boolean;
  visit<Kind extends NodeKind>(kind: Kind, ...args: NodeArguments[Kind]): void;
}

/** One rule's visitor, with a guard around every call of it. */
export interface GuardedVisitor {
  readonly visitor: RuleVisitor;
  call(work: () => void): void;
}

type Handler = (...args: never) => void;

/** Puts the visitors of all rules into one map by kind of node, so that a single walk serves them all. */
export function mergeVisitors(visitors: readonly GuardedVisitor[]): Visitors {
  const byKind = new Map<string, { readonly handler: Handler; readonly rule: GuardedVisitor }[]>();
  for (const rule of visitors) {
    for (const [kind, handler] of Object.entries(rule.visitor) as [string, Handler | undefined][]) {
      if (!handler) continue;
      const list = byKind.get(kind) ?? [];
      list.push({ handler: handler.bind(rule.visitor) as Handler, rule });
      byKind.set(kind, list);
    }
  }
  return {
    asksFor: (...kinds) => kinds.some((kind) => byKind.has(kind)),
    visit(kind, ...args) {
      for (const { handler, rule } of byKind.get(kind) ?? []) {
        rule.call(() => (handler as (...given: typeof args) => void)(...args));
      }
    },
  };
}
