/** Id of the nested data source; the one in its plugin.json (a test holds them together). */
export const DATA_SOURCE_ID = 'headroom-capacity-datasource';

/** Uid of the instance an Admin creates with one button, and of the provisioned one. */
export const DATA_SOURCE_UID = 'headroom';
