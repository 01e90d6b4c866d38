import { getValueFormat } from '@grafana/data';

/** Per cent of a number already times 100, with a no-break space: 43 %. */
export const formatPercent = (percent: number, decimals: number): string =>
  `${getValueFormat('percent')(percent, decimals).text.replace('-', '−')}\u00a0%`;
