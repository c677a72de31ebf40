"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState, useSyncExternalStore } from "react";
import { rememberChoice } from "./preference-cookie";

const themes = ["light", "dark", "device"] as const;
export type Theme = (typeof themes)[number];
const icons = { light: Sun, dark: Moon, device: Monitor };

/** Light, dark or as the device has it: three small buttons for a menu or a footer. */
export function ThemeSwitch() {
  const words = useTranslations("common.theme");
  const { theme, choose } = useTheme();
  return (
    <fieldset className="inline-flex rounded-full border border-line-strong p-0.5">
      <legend className="sr-only">{words("label")}</legend>
      {themes.map((value) => {
        const Icon = icons[value];
        return (
          <label
            key={value}
            title={words(value)}
            className="relative grid size-8 place-items-center rounded-full text-ink-soft hover:text-ink has-checked:bg-primary-wash has-checked:text-primary has-focus-visible:outline-[2.5px] has-focus-visible:outline-focus"
          >
            <input
              type="radio"
              name="theme"
              value={value}
              checked={theme === value}
              onChange={() => choose(value)}
              className="sr-only"
            />
            <Icon aria-hidden size={16} />
            <span className="sr-only">{words(value)}</span>
          </label>
        );
      })}
    </fieldset>
  );
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
