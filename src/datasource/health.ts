import type { TestDataSourceResponse } from '@grafana/data';
import { writeList } from '../domain/base/writeList';
import { TIERS } from '../domain/catalogue/Tier';
import type { FeedAnswer, FeedRefusal } from '../engine/datasource/FeedAnswer';

/** The verdict of "Save & test", in words: what answers, what was found, how much of it is known. */
export function health(answer: FeedAnswer | FeedRefusal): TestDataSourceResponse {
  if ('refused' in answer) {
    return { status: 'error', message: answer.refused };
  }
  const { state, rows, share, notices } = answer;
  const sources = writeList([...new Set(state.readings.map(({ source }) => source.sourceName))]);
  const tiers = TIERS.map((tier) => [tier, rows.filter(({ facts }) => facts.tier === tier).length] as const).filter(
    ([, n]) => n > 0
  );
  const services = `${rows.length} ${rows.length === 1 ? 'service' : 'services'} (${writeList(tiers.map(([tier, n]) => `${n} ${tier}`))})`;
  const read =
    share < 1 ? ` ${Math.floor(share * 100)} % of the history is read; the rest follows while Grafana is open.` : '';
  const failures = notices.filter((n) => n.severity !== 'info').map((n) => `${n.title}: ${n.detail}`);
  return {
    status: 'success',
    message: `The Headroom app is enabled and ${sources} answers: ${services}.${read}${failures.length > 0 ? ` But: ${failures.join(' ')}` : ''}`,
  };
}
