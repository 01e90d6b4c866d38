// Node's timers keep whole milliseconds and fire a little late: at 15 ms a request both are a visible share.
const LATENESS_MS = 0.2;

/** A timer whose mean delay is right: the fraction of a millisecond is kept by chance, the usual lateness taken off. */
export function preciseTimer(random: () => number): (ms: number, done: () => void) => void {
  return (ms, done) => {
    const wanted = Math.max(0, ms - LATENESS_MS);
    const whole = Math.floor(wanted);
    setTimeout(done, whole + (random() < wanted - whole ? 1 : 0));
  };
}
