import type { QueryFailure, QueryFailureKind } from '../../ports/Metrics';
import { isRecord } from './readRow';
import type { TransportReply } from './Transport';

interface Sign {
  readonly kind: QueryFailureKind;
  readonly when: (reply: ErrorReply) => boolean;
  /** What happened and the way out; `said` is the server's own text. */
  readonly say: (said: string) => string;
}

interface ErrorReply {
  readonly status: number;
  /** Prometheus' `errorType`, or empty. */
  readonly type: string;
  /** The server's own text, shortened. */
  readonly said: string;
  readonly html: boolean;
  readonly milliseconds: number;
}

/** Grafana and proxies give up after 30 s; a 5xx as late as this is a timeout whatever it calls itself. */
const LATE = 25_000;

const TOO_MUCH =
  /too many samples|maxSamplesPerQuery|err-mimir-max-(?:chunks|estimated|series|query)|maximum number of (?:chunks|series|samples)|query time range exceeds|max-query-length/i;
const TIMED_OUT = /timed out|timeout|deadline exceeded|was canceled/i;
const NO_CONNECTION = /dial tcp|connection refused|connection reset|no such host|no route to host|failed to fetch/i;
const NO_DATA_SOURCE = /data ?source not found/i;

const unreachable = (said: string): string =>
  `The data source does not answer (${said}). Check that it runs and that its address is right under Connections, Data sources.`;

/** The first sign that fits decides. */
const SIGNS: readonly Sign[] = [
  {
    kind: 'unavailable',
    when: ({ status, said }) => NO_CONNECTION.test(said) && (status === 0 || status >= 500),
    say: unreachable,
  },
  {
    kind: 'too-many-samples',
    when: ({ said }) => TOO_MUCH.test(said),
    say: (said) =>
      `The server refuses to load that many samples at once (${said}). A shorter span, fewer series or recording rules make it possible.`,
  },
  {
    kind: 'too-many-points',
    when: ({ said }) => /maximum resolution|too many points|exceeds the maximum.*points/i.test(said),
    say: () => 'More than 11,000 points were asked for at once. A shorter span or a wider step makes it possible.',
  },
  {
    kind: 'timeout',
    when: ({ status, type, said, milliseconds }) =>
      status === 504 ||
      type === 'timeout' ||
      type === 'canceled' ||
      (status >= 500 && (TIMED_OUT.test(said) || milliseconds > LATE)),
    say: (said) =>
      `The query took longer than the server or Grafana waits (${said}). A shorter span or recording rules make it faster.`,
  },
  {
    kind: 'not-found',
    when: ({ status, said }) => status === 404 || NO_DATA_SOURCE.test(said),
    say: (said) =>
      `The data source is gone, or has no Prometheus API at its address (${said}). Choose another one on the Configuration page.`,
  },
  {
    kind: 'forbidden',
    when: ({ status }) => status === 401 || status === 403,
    say: (said) => `You may not query this data source (${said}). An Admin can grant the permission datasources:query.`,
  },
  {
    kind: 'bad-answer',
    when: ({ html, status }) => html && status < 500 && status > 0,
    say: () =>
      'A web page came instead of data: the address of the data source leads to a login page or another server. Check it under Connections, Data sources.',
  },
  {
    kind: 'parse',
    when: ({ status, type }) => type === 'bad_data' || status === 400,
    say: (said) => `The server does not accept the query: ${said}`,
  },
  {
    kind: 'execution',
    when: ({ status, type }) => type === 'execution' || type === 'internal' || status === 422,
    say: (said) => `The server could not work out the query: ${said}`,
  },
  {
    kind: 'unavailable',
    when: ({ status }) => status === 429,
    say: (said) => `The data source asks for fewer queries (${said}). Wait a little, or have its limit for this tenant raised.`,
  },
  {
    kind: 'unavailable',
    when: ({ status }) => status === 0 || status >= 500,
    say: unreachable,
  },
];

/** What a reply that is not a success means. */
export function queryFailure(reply: TransportReply, expr: string, milliseconds: number): QueryFailure {
  const error = readError(reply, milliseconds);
  const sign = SIGNS.find((s) => s.when(error));
  const { kind, message } = sign
    ? { kind: sign.kind, message: sign.say(error.said) }
    : {
        kind: 'bad-answer' as const,
        message: `The data source answered in a way that is not understood (${error.said}).`,
      };
  return { kind, message, status: reply.status, expr };
}

function readError({ status, body }: TransportReply, milliseconds: number): ErrorReply {
  const html = body.trimStart().startsWith('<');
  const parsed = html ? null : tryParse(body);
  const fields = isRecord(parsed) ? parsed : {};
  const said =
    [fields.error, fields.message, html || isRecord(parsed) ? '' : body].find(isText) ??
    `${body === '' ? 'empty answer, ' : ''}HTTP status ${status}`;
  return {
    status,
    type: isText(fields.errorType) ? fields.errorType : '',
    said: said.trim().slice(0, 300),
    html,
    milliseconds,
  };
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
