/** Units a figure can carry. `share` is 0 to 1; `growth` is a share of growth (0.43 = +43 %). */
export type Unit =
  | 'reqps'
  | 'reqps/instance'
  | 'instances'
  | 'share'
  | 'growth'
  | 'factor'
  | 'seconds'
  | 'cores'
  | 'core-seconds/request'
  | 'bytes'
  | 'requests'
  | 'money/month';
