export interface Annotation {
  id: number;
  time: number;
  timeEnd: number;
  text: string;
  tags: readonly string[];
  data?: unknown;
  dashboardUID: string;
  panelId: number;
  login: string;
  created: number;
  updated: number;
}
