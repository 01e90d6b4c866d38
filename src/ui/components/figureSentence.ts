import type { Figure, KnownFigure } from '../../domain/base/Figure';
import { formatValue } from '../format/formatValue';
import { sentence } from '../format/sentence';

/** A figure as one sentence for hover and screen readers: everything the marks mean is spelled out. */
export function figureSentence(label: string, figure: Figure, currency: string): string {
  const ageing = figure.evidence.stale ? ', stale' : '';
  if (!figure.known) {
    const next = figure.nextStep ? ` ${figure.nextStep}` : '';
    return `${label}: unknown${ageing}. ${sentence(figure.reason)}${next}`;
  }
  const value = formatValue(figure.value, figure.unit, { currency });
  const bound = figure.bound ? `${figure.bound} ` : '';
  return `${label}: ${bound}${value}${qualityWords(figure)}${ageing}`;
}

function qualityWords(figure: KnownFigure): string {
  const reading = figure.evidence.partial ? ', history still being read' : '';
  return (figure.quality === 'measured' ? '' : `, ${figure.quality}`) + reading;
}
