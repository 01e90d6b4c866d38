/** A limit as it stands in a rule: whole numbers as they are, others to four digits, so that noise changes no rule. */
export const roundLimit = (value: number): number => (Number.isInteger(value) ? value : Number(value.toPrecision(4)));
