/** Notices that one cause strikes target after target, so that the run stops repeating what cannot help. */
export interface Breaker {
  /** Notes a failed build; answers the targets when this one made the count full. */
  struck(cause: string, target: string): readonly string[] | undefined;
  /** A recovery worked: the cause is not everywhere after all. */
  recovered(cause: string): void;
  isOpen(cause: string): boolean;
}

/** Opens for a cause once that many targets had it. */
export function createBreaker(limit: number): Breaker {
  const targetsOf = new Map<string, Set<string>>();
  return {
    struck(cause, target) {
      const targets = targetsOf.get(cause) ?? new Set();
      targetsOf.set(cause, targets);
      const wasOpen = targets.size >= limit;
      targets.add(target);
      return !wasOpen && targets.size >= limit ? [...targets] : undefined;
    },
    recovered: (cause) => void targetsOf.delete(cause),
    isOpen: (cause) => (targetsOf.get(cause)?.size ?? 0) >= limit,
  };
}
