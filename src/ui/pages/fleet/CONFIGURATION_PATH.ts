/** Address of the configuration page. */
export const CONFIGURATION_PATH = '/a/headroom-capacity-app/configuration';
