/** A sample value as text: whole, or to the millisecond (full precision would only cost time and disk). */
export function sampleText(value: number, whole: boolean): string {
  if (whole) {
    return String(Math.round(value));
  }
  const thousandths = Math.round(value * 1000);
  const fraction = thousandths % 1000;
  return `${(thousandths - fraction) / 1000}.${String(fraction).padStart(3, '0')}`;
}
