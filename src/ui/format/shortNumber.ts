/** A plain number as a person would type it: whole numbers whole, others with three significant digits: 48, 58.3, 0.125. */
export const shortNumber = (value: number): string => {
  const clean = Number(value.toPrecision(12));
  return String(Number.isInteger(clean) || Math.abs(clean) >= 1000 ? Math.round(clean) : Number(clean.toPrecision(3)));
};
