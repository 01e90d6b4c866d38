import { builtInProfiles } from '../../domain/catalogue/builtInProfiles';
import type { DetectedProfile } from '../../domain/catalogue/DetectedProfile';
import { profilesInUse } from './profilesInUse';

const detected = (id: string, usable = true): DetectedProfile => {
  const profile = builtInProfiles.find((p) => p.id === id);
  if (!profile) {
    throw new Error(`no profile ${id} among ${builtInProfiles.map((p) => p.id).join(', ')}`);
  }
  return { profile, origin: 'built-in', usable, found: [], missing: [], otherGroups: [], services: 1, resource: null };
};
const source = (...profiles: string[]) => ({ uid: 'p', profiles, resources: 'auto' as const, scope: [] });
const ids = (list: readonly DetectedProfile[]) => list.map((d) => d.profile.id);

describe('profiles a source is read with', () => {
  it('are those that services count themselves, where there are any', () => {
    expect(ids(profilesInUse(source(), [detected('haproxy'), detected('prometheus-http')]))).toEqual(['prometheus-http']);
  });

  it('are those of the router where nobody else counts', () => {
    expect(ids(profilesInUse(source(), [detected('haproxy')]))).toEqual(['haproxy']);
    expect(ids(profilesInUse(source(), [detected('haproxy'), detected('prometheus-http', false)]))).toEqual(['haproxy']);
  });

  it('are the chosen ones, the router too', () => {
    expect(ids(profilesInUse(source('haproxy'), [detected('haproxy'), detected('prometheus-http')]))).toEqual(['haproxy']);
  });
});
