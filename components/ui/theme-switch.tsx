"use client";

import { useState, useSyncExternalStore } from "react";
import { rememberChoice } from "./preference-cookie";
import { type Theme, ThemeChoice } from "./theme-choice";

/** The choice of light where React runs. */
export function ThemeSwitch() {
  const { theme, choose } = useTheme();
  return <ThemeChoice theme={theme} onChoose={choose} />;
}

/** The theme in force and how to change it, for menus that draw the choice themselves (MenuChoice). */
export function useTheme(): { theme: Theme; choose: (theme: Theme) => void } {
  const [, redraw] = useState(0);
  const theme = useSyncExternalStore(unchanging, current, () => "device" as const);
  const choose = (value: Theme) => {
    const root = document.documentElement;
    if (value === "device") root.removeAttribute("data-theme");
    else root.dataset.theme = value;
    rememberChoice("theme", value);
    redraw((count) => count + 1);
  };
  return { theme, choose };
}

const unchanging = () => () => {};

function current(): Theme {
  const chosen = document.documentElement.dataset.theme;
  return chosen === "light" || chosen === "dark" ? chosen : "device";
}
