/** One text that outlives the page, in this browser. */
export interface KeptText {
  /** Null when there is none or it cannot be read. */
  read(): string | null;
  /** Null takes it away. A browser that refuses to store keeps it for the life of the page. */
  write(text: string | null): void;
}

/** In local storage; in memory where the browser forbids or fills it. */
export function keptText(key: string, storage: () => Storage = () => localStorage): KeptText {
  let memory: string | null = null;
  return {
    read: () => {
      try {
        return storage().getItem(key) ?? memory;
      } catch {
        return memory;
      }
    },
    write: (text) => {
      memory = text;
      try {
        if (text === null) {
          storage().removeItem(key);
        } else {
          storage().setItem(key, text);
        }
      } catch {
        // The copy in memory has it.
      }
    },
  };
}
