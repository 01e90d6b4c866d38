/** Id of this nested plugin; the one in its plugin.json (a test holds them together). */
export const DATA_SOURCE_ID = 'headroom-capacity-datasource';
