import { Counter, Gauge, Registry } from 'prom-client';
import type { KeeperGauges } from './KeeperGauges';

/** The keeper's own metrics in Prometheus' text format. */
export class PrometheusGauges implements KeeperGauges {
  readonly registry = new Registry();
  private readonly registers = [this.registry];
  private readonly lastTick = new Gauge({
    name: 'headroom_keeper_last_tick_timestamp_seconds',
    help: 'When the keeper looked at its pools last, Unix time.',
    registers: this.registers,
  });
  private readonly active = new Gauge({
    name: 'headroom_keeper_active_overrides',
    help: 'Overrides in force or not yet put back, by pool.',
    labelNames: ['pool'] as const,
    registers: this.registers,
  });
  private readonly restores = new Counter({
    name: 'headroom_keeper_restores_total',
    help: 'Overrides ended, by pool and cause.',
    labelNames: ['pool', 'cause'] as const,
    registers: this.registers,
  });
  private readonly routerErrors = new Counter({
    name: 'headroom_keeper_router_errors_total',
    help: 'Calls to a router that failed, timed out or were ignored.',
    labelNames: ['router'] as const,
    registers: this.registers,
  });
  private readonly frozenGauge = new Gauge({ name: 'headroom_keeper_frozen', help: '1 while everything is frozen.', registers: this.registers });
  private readonly offset = new Gauge({
    name: 'headroom_keeper_clock_offset_seconds',
    help: 'How far the wall clock has moved against the monotonic clock since the start.',
    registers: this.registers,
  });

  ticked(wallMs: number): void {
    this.lastTick.set(wallMs / 1000);
  }

  overrides(pool: string, active: boolean): void {
    this.active.set({ pool }, active ? 1 : 0);
  }

  restored(pool: string, cause: string): void {
    this.restores.inc({ pool, cause });
  }

  routerFailed(router: string): void {
    this.routerErrors.inc({ router });
  }

  frozen(on: boolean): void {
    this.frozenGauge.set(on ? 1 : 0);
  }

  clockOffset(seconds: number): void {
    this.offset.set(seconds);
  }
}
