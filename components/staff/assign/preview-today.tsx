"use client";

import { HomeworkHero } from "@/components/couple/homework-hero";
import { HomeworkPlan } from "@/components/couple/homework-plan";
import { TherapistNote } from "@/components/couple/therapist-note";
import type { AssignFields, HomeworkCard } from "@/server/features/homework/schema";
import type { Partner } from "@/server/features/people/schema";
import { daysOn } from "../dates";
import type { Previewed } from "./preview";

const lengths = { day: 1, week: 7, "two-weeks": 14 } as const;

type TodayProps = {
  strategy: Previewed;
  fields: AssignFields;
  partner: Partner;
  /** The other partner's name, once joined. */
  other: string | null;
  therapist: string;
  today: string;
  /** The days of coming appointments, in order. */
  appointments: readonly string[];
  /** The last day of the window that is open, where it runs already. */
  openUntil?: string;
  language: "en" | "es";
};

/** A partner's Today with this homework, made of the very parts that Today is made of. */
export function PreviewToday({
  strategy,
  fields,
  partner,
  other,
  therapist,
  today,
  appointments,
  openUntil,
  language,
}: TodayProps) {
  const { title, summary, tiny } = strategy.card[language];
  const opensOn = fields.startsOn > today ? fields.startsOn : today;
  const natural = openUntil ?? daysOn(opensOn || today, lengths[fields.cadence.every] - 1);
  const endsOn = fields.untilAppointment ? appointments.find((day) => day > opensOn) : fields.endsOn;
  const { plan } = fields;
  const card: HomeworkCard = {
    ...{ occurrenceId: "preview", title, summary, area: strategy.area, minutes: strategy.minutes, mode: fields.mode },
    ...{ opensOn, result: null, note: fields.note.trim() || null, tiny: plan?.tiny.trim() || tiny },
    dueOn: endsOn && endsOn < natural ? endsOn : natural,
    plan:
      plan?.when.trim() || plan?.hour
        ? { why: plan.why, when: plan.when, obstacle: plan.obstacle, hour: plan.hour }
        : null,
  };
  const viewer = {
    ...{ coupleId: "preview", displayName: partner.name, partnerName: other, therapistName: therapist },
    ...{ today: opensOn, partOfDay: "morning" as const, timeZone: "UTC" },
  };
  return (
    <>
      <HomeworkHero card={card} viewer={viewer} />
      {card.plan && <HomeworkPlan plan={card.plan} />}
      {card.note && <TherapistNote therapistName={therapist} note={card.note} />}
    </>
  );
}
