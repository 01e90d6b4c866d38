import { createContext, useContext } from 'react';
import type { Settings } from '../../../domain/catalogue/Settings';
import type { SetupUseCase } from '../../../engine/setup/SetupUseCase';
import type { Identity } from '../../../ports/Identity';
import type { SettingsAction } from './draft/SettingsAction';
import type { Inspections } from './inspection/useInspections';

/** What every section of the page works on. */
export interface ConfigurationScope {
  readonly draft: Settings;
  readonly change: (action: SettingsAction) => void;
  /** False for those who may look but not save. */
  readonly editable: boolean;
  readonly inspections: Inspections;
  readonly setup: SetupUseCase;
  readonly identity: Identity;
}

export const ConfigurationContext = createContext<ConfigurationScope | null>(null);

/** @throws when used outside the Configuration page, which is a bug */
export function useConfigurationScope(): ConfigurationScope {
  const scope = useContext(ConfigurationContext);
  if (scope === null) {
    throw new Error('useConfigurationScope needs the Configuration page around it');
  }
  return scope;
}
