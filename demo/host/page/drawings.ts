const svg = (body: string): string => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">${body}</svg>`;

/** Small pictures the host draws itself: no third-party logos. */
export const DRAWINGS: Readonly<Record<string, string>> = {
  'favicon.svg': svg(
    '<rect x="2" y="2" width="20" height="20" rx="4" fill="#6e9fff"/><path d="M6 17V9h3v8zm5 0V6h3v11zm5 0v-5h3v5z" fill="#111217"/>'
  ),
  'prometheus.svg': svg(
    '<circle cx="12" cy="12" r="10" fill="#e6522c"/><path d="M6 16h12v1.6H6zm1-2.6 3-5 2.4 3L15 7l2 6.4z" fill="#fff"/>'
  ),
};

/** Icons the interface needs and the package lacks, by their path below the icon folder. */
export const ICONS: Readonly<Record<string, string>> = {
  'unicons/spinner.svg': svg('<path d="M12 2a10 10 0 1 0 10 10h-2.5A7.5 7.5 0 1 1 12 4.5z"/>'),
};

/** Stands in for other icons the packages do not ship: nothing to see, nothing in the browser's log. */
export const BLANK_ICON = svg('');
