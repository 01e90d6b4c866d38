import type { BuiltInProfile } from './BuiltInProfile';
import { routerProfiles } from './routerProfiles';
import { serviceProfiles } from './serviceProfiles';

/**
 * The request metric families that ship with the app, best known first. Data only: each row is the usual form of the
 * family, `alternatives` the other forms it is met in.
 */
export const builtInProfiles: readonly BuiltInProfile[] = [...serviceProfiles, ...routerProfiles];
