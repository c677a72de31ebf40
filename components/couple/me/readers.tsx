import { Eye } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { Readers } from "@/server/features/reminders/schema";

/** Who reads what the two write for their therapist, by name; and when somebody was let in for a limited time. Both see the same. */
export function ReadersSection({ readers: { present, emergencies } }: { readers: Readers }) {
  const words = useTranslations("couple.readers");
  const format = useFormatter();
  const day = (date: string) => format.dateTime(Date.parse(date), { dateStyle: "long", timeZone: "UTC" });
  return (
    <section>
      <h2 className="display text-24">{words("title")}</h2>
      <p className="text-ink-soft">{words("text")}</p>
      {present.length === 0 && <p className="mt-4">{words("nobody")}</p>}
      <ul className="mt-2 divide-y divide-line">
        {present.map(({ personId, name, role, until }) => (
          <Reader
            key={`${personId} ${role}`}
            name={name}
            text={until ? words("until", { date: day(until) }) : words(role)}
          />
        ))}
        {emergencies.map(({ rowId, name, from, until }) => (
          <Reader
            key={rowId}
            name={name}
            text={
              from === until
                ? words("limitedDay", { date: day(from) })
                : words("limited", { from: day(from), until: day(until) })
            }
          />
        ))}
      </ul>
    </section>
  );
}

function Reader({ name, text }: { name: string; text: string }) {
  return (
    <li className="flex items-start gap-3.5 py-3">
      <Eye aria-hidden size={20} strokeWidth={1.9} className="mt-0.5 shrink-0 text-primary" />
      <span className="min-w-0">
        <span className="block break-words font-medium text-17">{name}</span>
        <span className="block text-16 text-ink-soft">{text}</span>
      </span>
    </li>
  );
}
