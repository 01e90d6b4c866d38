import type { Labels } from '../base/Labels';
import { jointQuestion, rowsOfPart } from './jointQuestion';
import { fleetNowQuestions } from './fleetNowQuestions';
import { FLEET_KPIS, JOINT_KPIS } from './FleetKpis';
import { recordedReachQuestion, reachOf } from './recordedReachQuestion';
import { ask, context, flat, profile, syntaxErrors } from './testing/questionContexts';

const parts = [ask('autoscaler'), ask('cores-per-instance')];

describe('questions asked together', () => {
  it('are one expression that parses, each part as it is asked alone', () => {
    const joint = jointQuestion(parts);
    expect(syntaxErrors(joint.expr)).toEqual([]);
    for (const part of parts) {
      expect(flat(joint)).toContain(`label_replace(${flat(part)}, "headroom_kpi", "${part.kpi}", "", "")`);
    }
    expect(joint).toMatchObject({ step: null, recorded: null });
  });

  it('hand each part its rows, as if asked alone', () => {
    const rows: ReadonlyArray<{ readonly labels: Labels; readonly value: number }> = [
      { labels: { service: 'a', headroom_kpi: 'autoscaler' }, value: 3 },
      { labels: { service: 'a', headroom_kpi: 'cores-per-instance' }, value: 2 },
      { labels: { service: 'a' }, value: 9 },
    ];
    expect(parts.map((part) => rowsOfPart(rows, part))).toEqual([[{ labels: { service: 'a' }, value: 3 }], [{ labels: { service: 'a' }, value: 2 }]]);
  });

  it.each([
    ['one alone', [ask('autoscaler')], /cannot join autoscaler/],
    ['none', [], /cannot join nothing/],
    ['a history', [ask('autoscaler'), ask('hourly-cores')], /cannot join autoscaler, hourly-cores/],
  ])('refuse %s', (_name, questions, message) => {
    expect(() => jointQuestion(questions)).toThrow(message);
  });
});

describe('instant questions of a fleet', () => {
  it('hold every instant KPI once, the cheap ones together', () => {
    const questions = fleetNowQuestions(context());
    expect(questions.flat().map((q) => q.kpi).sort()).toEqual(FLEET_KPIS.filter((kpi) => ask(kpi).step === null).sort());
    expect(questions.filter((q) => q.length > 1).map((q) => q.map(({ kpi }) => kpi))).toEqual([[...JOINT_KPIS]]);
  });

  it('leave out what the profile cannot answer', () => {
    const questions = fleetNowQuestions(context({ metrics: new Set(), resource: null }));
    expect(questions.flat().map((q) => q.kpi)).not.toContain('autoscaler');
    expect(questions.every((q) => q.length === 1)).toBe(true);
  });
});

describe('how far recorded series reach back', () => {
  it('is asked together with how far the raw ones do, and parses for every profile', () => {
    for (const id of ['prometheus-http', 'istio', 'grpc', 'haproxy']) {
      const expr = recordedReachQuestion(context({ profile: profile(id) }));
      expect([id, ...syntaxErrors(expr)]).toEqual([id]);
      expect(expr).toContain(`headroom_profile="${id}"`);
    }
  });

  it('never takes a recorded series for the raw one', () => {
    const recorded = new Set(['headroom:demand:rate5m']);
    expect(recordedReachQuestion(context({ recorded }))).toBe(recordedReachQuestion(context()));
  });

  it.each([
    [{ __name__: 'headroom:demand:rate5m' }, { raw: false, name: 'headroom:demand:rate5m' }],
    [{ headroom_fact: 'raw' }, { raw: true }],
    [{ job: 'x' }, null],
  ])('tells whose row %j is', (labels, whose) => {
    expect(reachOf(labels)).toEqual(whose);
  });
});
