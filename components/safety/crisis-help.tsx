import { Phone } from "lucide-react";
import { useTranslations } from "next-intl";
import { crisisLinesOf } from "./crisis-lines";

/** Says that nobody watches this page, and whom to call where the reader lives. */
export function CrisisHelp({ country = "US" }: { country?: string }) {
  const words = useTranslations("couple.crisis");
  const lines = crisisLinesOf(country);
  return (
    <div className="text-16">
      <p className="font-semibold">{words("monitored")}</p>
      <p className="text-ink-soft">{words("now")}</p>
      {lines.length === 0 && <p className="mt-2">{words("elsewhere")}</p>}
      <ul className="mt-2 grid gap-2">
        {lines.map((line) => (
          <li key={line.key}>
            <a
              href={line.href}
              className="flex min-h-12 items-center gap-3 rounded-m border border-line-control bg-surface px-3.5 py-2 hover:border-ink-faint"
            >
              <Phone aria-hidden size={18} strokeWidth={1.9} className="shrink-0 text-primary" />
              <span>
                <span className="figures block font-semibold text-primary">{line.number}</span>
                <span className="block text-ink-soft">{words(line.key)}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
