/** What goes wrong right now, set by the faults and looked at by the ports. Spans are milliseconds, chances 0 to 1. */
export interface Trouble {
  telemetryDelay: number;
  telemetryFails: boolean;
  routerDelay: number;
  unreadable: boolean;
  answersLost: number;
  requestsLost: number;
  writesDelayed: number;
  /** Grafana's proxy turns calls away: 401. */
  blocked: boolean;
}

export const noTrouble = (): Trouble => ({ telemetryDelay: 50, telemetryFails: false, routerDelay: 30, unreadable: false, answersLost: 0, requestsLost: 0, writesDelayed: 0, blocked: false });
