import type { FitView } from '../../../engine/service/ServiceView';
import { FigureText } from '../../components/FigureText';
import { sentence } from '../../format/sentence';

interface Props {
  readonly limit: NonNullable<FitView['limit']>;
  readonly className: string;
}

/** The demand at which the limit is reached, or why it cannot be read off the line. */
export function FitLimit({ limit: { text, demand }, className }: Props) {
  return (
    <p className={className}>
      {demand.known ? `The limit, ${text}, is reached at ` : `Demand at the limit, ${text}: `}
      <FigureText figure={demand} label={`Demand at which ${text} is reached`} />
      {!demand.known && `. ${sentence(demand.reason)}`}
    </p>
  );
}
