/** One text that outlives the page, in this browser. */
export interface KeptText {
  /** Null when there is none or it cannot be read. */
  read(): string | null;
  /** Null takes it away. A browser that refuses to store keeps it for the life of the page. */
  write(text: string | null): void;
}

/** In local storage, which all tabs share; in memory what the browser forbids to store or has no room for. */
export function keptText(key: string, storage: () => Storage = () => localStorage): KeptText {
  let refused: string | null = null;
  return {
    read: () => {
      try {
        return refused ?? storage().getItem(key);
      } catch {
        return refused;
      }
    },
    write: (text) => {
      try {
        if (text === null) {
          storage().removeItem(key);
        } else {
          storage().setItem(key, text);
        }
        refused = null;
      } catch {
        refused = text;
      }
    },
  };
}
