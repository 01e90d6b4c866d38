import { defaultSettings } from '../../../../domain/catalogue/defaultSettings';
import { parseSettings } from '../../../../domain/catalogue/parseSettings';
import { serializeSettings } from '../../../../domain/catalogue/serializeSettings';
import type { Profile } from '../../../../domain/catalogue/Profile';
import type { Settings, SourceSettings } from '../../../../domain/catalogue/Settings';
import type { FoundProfile } from '../../../../engine/setup/SetupView';
import { changeSettings } from '../draft/changeSettings';
import { regrouped } from './regrouped';

const profile = (id: string): Profile => ({
  id,
  title: id,
  doc: '',
  detect: 'http_requests_total',
  group: ['namespace', 'service'],
  labels: {},
  requests: { metric: 'http_requests_total' },
  instances: { kind: 'instance-label' },
});
const found = (id: string, part: Partial<FoundProfile> = {}): FoundProfile => ({
  profile: profile(id),
  custom: false,
  usable: true,
  inUse: true,
  services: 1,
  found: [],
  missing: [],
  otherGroups: [['app']],
  ...part,
});
const source: SourceSettings = { uid: 'prom', profiles: [], resources: 'auto', scope: [] };
const draft: Settings = { ...defaultSettings(), sources: [source] };

it('reads the family by the other labels, in place of the first way, beside the other families', () => {
  const broken = found('prometheus-http', { usable: false, inUse: false });
  const after = regrouped(broken, ['app'], source, [broken, found('istio')], draft).reduce(changeSettings, draft);
  expect(after.customProfiles).toMatchObject([{ id: 'prometheus-http-by-app', group: ['app'] }]);
  expect(after.sources[0]?.profiles).toEqual(['istio', 'prometheus-http-by-app']);
  expect(parseSettings(JSON.parse(serializeSettings(after)))).toMatchObject({ ok: true });
});

it('changes a custom profile where it stands', () => {
  const mine = found('mine', { custom: true });
  const before = { ...draft, customProfiles: [profile('mine')] };
  const after = regrouped(mine, ['app'], source, [mine], before).reduce(changeSettings, before);
  expect(after.customProfiles).toMatchObject([{ id: 'mine', group: ['app'] }]);
});
