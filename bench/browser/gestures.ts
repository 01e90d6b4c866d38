import type { Page } from '@playwright/test';

/** Between two keys of somebody in a hurry, milliseconds. */
const KEY = 60;

export interface Gesture {
  readonly name: string;
  readonly act: (page: Page) => Promise<void>;
}

/** What people do with a fleet that is there. */
export const GESTURES: readonly Gesture[] = [
  {
    name: 'growth slider, 20 steps',
    act: async (page) => {
      await page.getByRole('slider').focus();
      await times(20, () => page.keyboard.press('ArrowRight', { delay: KEY }));
    },
  },
  {
    name: 'growth slider, back',
    act: async (page) => {
      await page.getByRole('slider').focus();
      await page.keyboard.press('Home');
    },
  },
  {
    name: 'typing a search, clearing it',
    act: async (page) => {
      const search = page.getByRole('textbox', { name: /^Search/ });
      await search.pressSequentially('service-4', { delay: KEY });
      await page.waitForTimeout(500);
      await search.fill('');
    },
  },
  {
    name: 'sorting by two columns',
    act: async (page) => {
      const heads = page.locator('thead th button');
      for (const place of [1, 4]) {
        await heads.nth(place).click();
        await page.waitForTimeout(400);
        await heads.nth(place).click();
        await page.waitForTimeout(400);
      }
    },
  },
  {
    name: 'paging',
    act: async (page) => {
      const next = page.getByRole('button', { name: 'Next page' });
      const turns = (await next.count()) === 0 ? 0 : 3;
      await times(turns, async () => {
        if (await next.isEnabled()) {
          await next.click();
        }
        await page.waitForTimeout(300);
      });
    },
  },
];

async function times(count: number, act: () => Promise<void>): Promise<void> {
  for (let i = 0; i < count; i++) {
    await act();
  }
}
