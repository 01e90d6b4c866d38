/** Display settings of a column that is there for links and joins, not for reading. */
export const hiddenField = { custom: { hideFrom: { viz: true, legend: true, tooltip: true } } } as const;
