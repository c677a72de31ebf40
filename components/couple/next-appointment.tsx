import { CalendarDays } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";

/** The day and the hour of the next appointment, in the reader's own zone: as plain as it is, whoever set or moved it. */
export function NextAppointment({ at, timeZone }: { at: Date; timeZone: string }) {
  const words = useTranslations("couple.today");
  const format = useFormatter();
  const look = {
    weekday: "long",
    day: "numeric",
    month: "long",
    hour: "numeric",
    minute: "2-digit",
    timeZone,
  } as const;
  return (
    <p className="flex items-center gap-3 border-line border-t pt-5 text-16">
      <CalendarDays aria-hidden size={20} strokeWidth={1.8} className="shrink-0 text-ink-soft" />
      <span>
        <span className="block text-ink-soft">{words("next")}</span>
        <time dateTime={at.toISOString()} className="font-medium">
          {format.dateTime(at, look)}
        </time>
      </span>
    </p>
  );
}
