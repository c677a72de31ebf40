import { NotebookPen } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { HomeworkCard } from "@/server/features/homework/schema";

type Plan = NonNullable<HomeworkCard["plan"]>;

/** What was agreed: when and where, in one calm line; the rest where `whole`. Nothing where nothing was. */
export function HomeworkPlan({ plan, whole }: { plan: Plan; whole?: boolean }) {
  const words = useTranslations("couple.plan");
  const agreed = useAgreed()(plan);
  const parts = [
    { label: words("yours"), text: agreed },
    ...(whole
      ? [
          { label: words("obstacle"), text: plan.obstacle },
          { label: words("why"), text: plan.why },
        ]
      : []),
  ].filter(({ text }) => text);
  if (parts.length === 0) return null;
  return (
    <dl className="grid gap-3 border-primary/40 border-l-2 pl-4 text-16">
      {parts.map(({ label, text }) => (
        <div key={label}>
          <dt className="flex items-center gap-1.5 font-semibold">
            {label === words("yours") && <NotebookPen aria-hidden size={16} strokeWidth={1.9} />}
            {label}
          </dt>
          <dd className="whitespace-pre-line">{text}</dd>
        </div>
      ))}
    </dl>
  );
}

/** When and where with the hour: "After dinner, around 20:00"; empty where neither was said. */
function useAgreed(): (plan: Plan) => string {
  const words = useTranslations("couple.plan");
  const format = useFormatter();
  return ({ when, hour }) => {
    if (!hour) return when;
    const at = format.dateTime(Date.parse(`2026-01-01T${hour}:00Z`), { timeStyle: "short", timeZone: "UTC" });
    return when ? words("planAndHour", { plan: when, hour: at }) : words("hourLine", { hour: at });
  };
}
