const Z = 1.96;

/** How often something works at least, with 95 % certainty: Wilson's lower bound, 0 where nothing was tried. */
export function lowerBound(worked: number, tried: number): number {
  if (tried === 0) return 0;
  const share = worked / tried;
  const square = Z * Z;
  const centre = share + square / (2 * tried);
  const margin = Z * Math.sqrt((share * (1 - share) + square / (4 * tried)) / tried);
  return Math.max(0, (centre - margin) / (1 + square / tried));
}
