import { MalformedAnswer } from './MalformedAnswer';
import { isRecord } from './readRow';

/** An answer without its rows. */
export interface Envelope {
  readonly resultType: string;
  readonly data: unknown;
  readonly warnings: readonly string[];
  readonly samples: number | null;
  readonly peakSamples: number | null;
}

/** VictoriaMetrics says it with a field instead of a warning. */
const PARTIAL = 'partial response: some storage nodes did not answer';

/**
 * Status, warnings and statistics of a successful answer.
 * @throws MalformedAnswer when it is not one
 */
export function readEnvelope(text: string): Envelope {
  const answer = parse(text);
  if (!isRecord(answer) || answer.status !== 'success') {
    throw new MalformedAnswer('the answer is JSON, but not one of Prometheus: "status" is not "success"');
  }
  const data = answer.data;
  const samples = isRecord(data) && isRecord(data.stats) && isRecord(data.stats.samples) ? data.stats.samples : {};
  return {
    resultType: isRecord(data) && typeof data.resultType === 'string' ? data.resultType : '',
    data,
    warnings: [...texts(answer.warnings), ...texts(answer.infos), ...(answer.isPartial === true ? [PARTIAL] : [])],
    samples: numberOrNull(samples.totalQueryableSamples),
    peakSamples: numberOrNull(samples.peakSamples),
  };
}

export const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((v): v is string => typeof v === 'string') : [];

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new MalformedAnswer(
      text.trimStart().startsWith('<')
        ? 'a web page came instead of data'
        : 'the answer is not JSON, or ends in the middle'
    );
  }
}

const numberOrNull = (value: unknown): number | null => (typeof value === 'number' ? value : null);
