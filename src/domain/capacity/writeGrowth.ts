/** A share of growth as people say it: `+43 %`, `-4.8 %`, `0 %`. */
export function writeGrowth(growth: number): string {
  const percent = Number((growth * 100).toPrecision(3));
  return `${percent > 0 ? '+' : ''}${percent} %`;
}
