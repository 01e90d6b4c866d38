import { screen } from '@testing-library/react';
import { NEVER, of } from 'rxjs';
import { judgeService } from '../../../../domain/capacity/judgeService';
import { context } from '../../../../domain/promql/testing/questionContexts';
import type { AlertFacts } from '../../../../engine/alerting/AlertUseCase';
import { factsFixture } from '../../../testing/factsFixture';
import { headroomFixture } from '../../../testing/headroomFixture';
import { NOW } from '../../../testing/NOW';
import { renderPage } from '../../../testing/renderPage';
import { CapacityFile } from './CapacityFile';
import { useCapacitySources } from './useCapacitySources';

const File = ({ sourceUid }: { readonly sourceUid: string }) => <CapacityFile capacity={useCapacitySources(sourceUid)} />;

const facts = factsFixture({ name: 'checkout' });
const ready: AlertFacts = {
  state: 'ready',
  sources: [{ sourceUid: 'prom', sourceName: 'P', context: context(), subjects: [{ facts, judgement: judgeService(facts, { growth: 0, now: NOW }) }] }],
  progress: null,
  notices: [],
};

const show = (sourceUid: string, given: AlertFacts | null) =>
  renderPage(<File sourceUid={sourceUid} />, { headroom: headroomFixture({ alerts: { facts: () => (given ? of(given) : NEVER) } }) });

describe('CapacityFile', () => {
  it('offers the file with the services of its source', () => {
    show('prom', ready);
    expect(screen.getByRole('group', { name: /Capacity, required instances and headroom/ })).toHaveTextContent('headroom:capacity:reqps');
    expect(screen.getByRole('button', { name: 'Copy capacity YAML' })).toBeInTheDocument();
  });

  it.each([
    ['another source has services, this one none', 'other', ready, /no service yet/],
    ['services are still read', 'prom', null, /Reading services/],
  ])('says so when %s', (_name, uid, given, words) => {
    show(uid, given);
    expect(screen.getByRole('status')).toHaveTextContent(words);
  });
});
