import { expressionOf, type MeteredRequest } from './MeteredRequest';

interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * What a visit asked, sent bare: each expression once, for its whole range, one after the other; what the server refuses
 * whole in halves. Resolves to the milliseconds it took.
 */
export async function askBareAgain(prometheusUrl: string, visit: readonly MeteredRequest[]): Promise<number> {
  const started = performance.now();
  for (const request of once(visit, 'query')) {
    await answerOf(prometheusUrl, 'query', new URLSearchParams([...request.params]));
  }
  for (const request of once(visit, 'query_range')) {
    const same = visit.filter((r) => expressionOf(r) === expressionOf(request));
    const span = {
      from: Math.min(...same.map((r) => Number(r.params.get('start')))),
      to: Math.max(...same.map((r) => Number(r.params.get('end')))),
    };
    await askRange(prometheusUrl, request, span);
  }
  return performance.now() - started;
}

async function askRange(prometheusUrl: string, request: MeteredRequest, { from, to }: Span): Promise<void> {
  const step = Number(request.params.get('step'));
  const params = new URLSearchParams([...request.params, ['start', String(from)], ['end', String(to)]]);
  params.set('start', String(from));
  params.set('end', String(to));
  if ((await answerOf(prometheusUrl, 'query_range', params)) || to <= from) {
    return;
  }
  const middle = from + Math.floor((to - from) / step / 2) * step;
  await askRange(prometheusUrl, request, { from, to: middle });
  await askRange(prometheusUrl, request, { from: middle + step, to });
}

/** True when it was answered. */
async function answerOf(prometheusUrl: string, path: string, params: URLSearchParams): Promise<boolean> {
  const answer = await fetch(`${prometheusUrl}/api/v1/${path}`, { method: 'POST', body: params });
  await answer.text();
  return answer.ok;
}

/** The first request of each expression. */
const once = (visit: readonly MeteredRequest[], path: string): MeteredRequest[] => {
  const asked = visit.filter((r) => r.path === path && r.status === 200);
  return asked.filter((r, i) => asked.findIndex((other) => expressionOf(other) === expressionOf(r)) === i);
};
