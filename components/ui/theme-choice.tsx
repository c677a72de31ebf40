import { Monitor, Moon, Sun } from "lucide-react";
import { useTranslations } from "next-intl";

export const themes = ["light", "dark", "device"] as const;
export type Theme = (typeof themes)[number];
const icons = { light: Sun, dark: Moon, device: Monitor };

type ThemeChoiceProps = {
  theme: Theme;
  /** Without it the page's own script takes the choice (public/site.js). */
  onChoose?: (theme: Theme) => void;
};

/** Light, dark or as the device has it: three small buttons for a menu or a footer. */
export function ThemeChoice({ theme, onChoose }: ThemeChoiceProps) {
  const words = useTranslations("common.theme");
  return (
    <fieldset
      data-site-theme={onChoose ? undefined : ""}
      className="inline-flex rounded-full border border-line-strong p-0.5"
    >
      <legend className="sr-only">{words("label")}</legend>
      {themes.map((value) => {
        const Icon = icons[value];
        const state = onChoose
          ? { checked: theme === value, onChange: () => onChoose(value) }
          : { defaultChecked: theme === value };
        return (
          <label
            key={value}
            title={words(value)}
            className="relative grid size-8 place-items-center rounded-full text-ink-soft hover:text-ink has-checked:bg-primary-wash has-checked:text-primary has-focus-visible:outline-[2.5px] has-focus-visible:outline-focus"
          >
            <input type="radio" name="theme" value={value} {...state} className="sr-only" />
            <Icon aria-hidden size={16} />
            <span className="sr-only">{words(value)}</span>
          </label>
        );
      })}
    </fieldset>
  );
}
