import { Languages } from "lucide-react";
import { useTranslations } from "next-intl";

type Texts<Name extends string> = Record<"en" | "es", Record<Name, string>>;

/** Says that a text stands in the other language only; else what the field is for. */
export function Untranslated<Name extends string>(props: {
  text: Texts<Name>;
  name: Name;
  language: "en" | "es";
  or?: "promiseHint" | "whyNowHint";
}) {
  const words = useTranslations("programs.editor");
  const { text, name, language, or } = props;
  const other = language === "en" ? "es" : "en";
  if (text[language][name] || !text[other][name]) return or ? words(or) : null;
  return (
    <span className="flex items-start gap-1.5">
      <Languages aria-hidden size={15} className="mt-0.5 shrink-0" />
      {words("untranslated", { other: words(other), language: words(language) })}
    </span>
  );
}
