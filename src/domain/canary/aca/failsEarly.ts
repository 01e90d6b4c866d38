/** Kayenta's endpoint judges again and again: after each time a score at or under marginal ends the run (although the label of a score equal to it is Marginal). */
export const failsEarly = (score: number, marginal: number | null): boolean => marginal !== null && score <= marginal;
