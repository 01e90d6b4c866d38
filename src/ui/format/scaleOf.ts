/** The power of 1000 (at least 1) that Grafana's unit formats divide by. */
export function scaleOf(value: number): number {
  const size = Math.abs(value);
  return size < 1000 ? 1 : 1000 ** Math.floor(Math.log10(size) / 3);
}
