import { createContext, type ReactNode, useContext, useState } from 'react';
import { getThemeById, ThemeContext } from '@grafana/data';
import { config, getAppEvents, ThemeChangedEvent } from '@grafana/runtime';

type ThemeName = 'dark' | 'light';

const SwitchTheme = createContext<() => void>(() => {});

/** Switches between dark and light without loading the page again. */
export const useSwitchTheme = () => useContext(SwitchTheme);

/** Plugins read the theme from the context, from `config` and from an event; all three follow. */
function apply(name: ThemeName) {
  const theme = getThemeById(name);
  config.theme2 = theme;
  config.theme = theme.v1;
  config.bootData.user.theme = name;
  config.bootData.user.lightTheme = theme.isLight;
  document.body.classList.remove('theme-dark', 'theme-light');
  document.body.classList.add(`theme-${name}`);
  document.body.style.background = theme.colors.background.canvas;
  document.cookie = `stand_in_theme=${name}; path=/; samesite=lax`;
  getAppEvents().publish(new ThemeChangedEvent(theme));
  return theme;
}

export function HostThemeProvider({ children }: { children: ReactNode }) {
  const [theme, setTheme] = useState(() => apply(config.bootData.user.theme === 'light' ? 'light' : 'dark'));
  const switchTheme = () => setTheme(apply(theme.isLight ? 'dark' : 'light'));
  return (
    <ThemeContext.Provider value={theme}>
      <SwitchTheme.Provider value={switchTheme}>{children}</SwitchTheme.Provider>
    </ThemeContext.Provider>
  );
}
