/** A number of instances: whole where it is, else one decimal (averages). */
export function formatInstances(value: number): string {
  const text = Number.isInteger(value) ? String(Math.abs(value)) : Math.abs(value).toFixed(1);
  return value < 0 ? `−${text}` : text;
}
