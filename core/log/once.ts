/** Reports the first failure of a log and keeps quiet about the rest: a full disk would fail at every line. */
export function firstOnly(report: ((error: Error) => void) | undefined): (error: Error) => void {
  let reported = false;
  return (error) => {
    if (reported) return;
    reported = true;
    report?.(error);
  };
}
