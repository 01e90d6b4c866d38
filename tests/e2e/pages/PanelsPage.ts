import { expect, type Locator, type Page } from '@playwright/test';
import { DATA_SOURCE_ID, DATA_SOURCE_UID } from '../../../src/adapters/grafana/DATA_SOURCE_ID';

/** A panel as a dashboard keeps it. */
export interface PanelDrawn {
  readonly type: string;
  readonly title: string;
  readonly options?: object;
  readonly targets?: ReadonlyArray<{ readonly queryType: string; readonly services?: readonly string[]; readonly format?: string }>;
  readonly width?: number;
  readonly height?: number;
}

/** Panels of the stand-in host, each drawn from queries of its own. */
export class PanelsPage {
  constructor(
    readonly page: Page,
    private readonly host: string
  ) {}

  async open(panels: readonly PanelDrawn[], from = 'now-24h', to = 'now'): Promise<void> {
    const datasource = { type: DATA_SOURCE_ID, uid: DATA_SOURCE_UID };
    const board = {
      from,
      to,
      panels: panels.map((panel) => ({ ...panel, datasource, targets: (panel.targets ?? []).map((target, i) => ({ refId: String.fromCharCode(65 + i), ...target })) })),
    };
    await this.page.goto(`${this.host}/panels?board=${encodeURIComponent(JSON.stringify(board))}`);
  }

  panel(title: string): Locator {
    return this.page.locator(`[data-panel="${title}"]`);
  }

  /** Waits until its queries have ended well. */
  async answered(title: string): Promise<void> {
    await expect(this.panel(title)).toHaveAttribute('data-state', 'Done', { timeout: 60_000 });
  }
}
