import * as z from 'zod';

const panel = z.object({
  type: z.string(),
  title: z.string(),
  options: z.record(z.string(), z.unknown()).default({}),
  fieldConfig: z
    .object({ defaults: z.record(z.string(), z.unknown()), overrides: z.array(z.never()) })
    .default({ defaults: {}, overrides: [] }),
  datasource: z.object({ uid: z.string() }).optional(),
  targets: z.array(z.looseObject({ refId: z.string() })).default([]),
  /** Pixels. */
  width: z.number().default(700),
  height: z.number().default(320),
});

/** A panel as dashboards keep it, as far as it is drawn here. */
export type BoardPanel = z.infer<typeof panel>;

const board = z.object({ from: z.string().default('now-6h'), to: z.string().default('now'), panels: z.array(panel) });

export type Board = z.infer<typeof board>;

/** @param text JSON from the address; somebody may have written it by hand. @throws Error that names what is wrong */
export function readPanels(text: string | null): Board {
  if (text === null) {
    throw new Error('The address names no panels: ?board={"panels":[{"type":"…","title":"…"}]}');
  }
  return board.parse(JSON.parse(text));
}
