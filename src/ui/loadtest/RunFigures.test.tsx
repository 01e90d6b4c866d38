import { screen } from '@testing-library/react';
import { err, ok, type Result } from '../../domain/base/Result';
import { capabilities } from '../../domain/routing/capabilities.fixture';
import type { RoutingPool } from '../../domain/routing/poolSchema';
import { begunLog, endedLog, foreignLog, openLog, overrideOf, poolWith, storedRun } from '../../engine/loadtest/runLog.fixture';
import { viewOfLog } from '../../engine/loadtest/viewOfLog';
import type { RunLog } from '../../ports/RunStore';
import { loadTestViewFixture } from '../testing/loadTestViewFixture';
import { renderPage } from '../testing/renderPage';
import { RunFigures } from './RunFigures';

type Tile = readonly [label: string, value: string, detail: string | RegExp];

/** Value and detail of a tile, without its label. */
function read(label: string): ReadonlyArray<string | null> {
  return [...screen.getByRole('group', { name: label }).children].slice(1).map((line) => line.textContent);
}

const HELD = ok(poolWith(overrideOf('r')));

describe('what somebody reads who does not drive the run', () => {
  it.each<[string, RunLog, Result<RoutingPool, string> | null, readonly Tile[]]>([
    [
      'while its lease is in force',
      openLog('judging', 2_000),
      HELD,
      [
        ['Lease ends in', '14 s', 'held by router and keeper; unless its driver renews it, baseline is back within 16 s'],
        ['Requests harmed', 'unknown', 'only the page that drives the run counts them; ends the run at 1.23 K'],
        ['Evidence', 'unknown', 'only the page that drives the run reads the samples'],
      ],
    ],
    [
      'while the endpoint cannot be read: not that no traffic is held',
      openLog('judging', 2_000),
      err('no answer within 5 s'),
      [['Lease ends in', 'unknown', 'whether traffic is held is not known: the routing endpoint cannot be read, no answer within 5 s']],
    ],
    ['before its driver moves anything', begunLog(), ok(poolWith(null)), [['Lease ends in', 'no lease', 'no traffic is held']]],
    ['where its plan cannot be read', foreignLog(), HELD, [['Requests harmed', 'unknown', 'only the page that drives the run counts them; what ends the run is not known: its plan cannot be read']]],
    [
      'when it has ended',
      endedLog(storedRun({ harmed: 321.5 })),
      null,
      [
        ['Lease ends in', 'no lease', 'no traffic is held'],
        ['Requests harmed', '322', 'ends the run at 1.23 K'],
      ],
    ],
    ['when it has ended and its report cannot be read', endedLog(null), null, [['Requests harmed', 'unknown', 'not measured; ends the run at 1.23 K']]],
  ])('%s', (_name, log, look, tiles) => {
    renderPage(<RunFigures view={viewOfLog(log, look, capabilities, true)} />);
    expect(tiles.map(([label]) => [label, ...read(label).map((text) => text?.replace(/\s/g, ' '))])).toEqual(tiles);
  });

  it('says who holds the lease only when the endpoint has said so', () => {
    renderPage(<RunFigures view={viewOfLog(openLog('judging', 2_000), HELD, null, true)} />);
    expect(read('Lease ends in')).toEqual(['14 s', 'traffic is held, by what is not known yet; unless its driver renews it, the traffic goes back then']);
  });
});

describe('what somebody reads who drives the run', () => {
  it('has no evidence before the first look', () => {
    renderPage(<RunFigures view={loadTestViewFixture({ evidenceAgeMs: null })} />);
    expect(read('Evidence')).toEqual(['unknown', 'no sample has been read yet']);
  });

  it('names what is missing', () => {
    renderPage(<RunFigures view={loadTestViewFixture({ evidenceAgeMs: null, missing: ['CPU of search-2'] })} />);
    expect(read('Evidence')).toEqual(['missing', 'missing: CPU of search-2']);
  });
});
