/** Program and version as told in `capabilities`. */
export const KEEPER_VERSION = 'headroom-keeper 0.1.0';
