import type { AdapterRow } from './AdapterRow';
import { HAPROXY_SOCKET_ROW } from './haproxy/HAPROXY_SOCKET_ROW';
import { HAPROXY_LUA_TRAITS } from './haproxyLua/HAPROXY_LUA_TRAITS';
import { leaseRow } from './leaseApi/leaseRow';
import { MEMORY_ROW } from './memory/MEMORY_ROW';
import { NGINX_LUA_TRAITS } from './nginxLua/NGINX_LUA_TRAITS';

/** Every router the keeper can drive. Adding one is a folder beside this file and a row here. */
export const ADAPTERS: readonly AdapterRow[] = [MEMORY_ROW, HAPROXY_SOCKET_ROW, leaseRow(HAPROXY_LUA_TRAITS), leaseRow(NGINX_LUA_TRAITS)];
