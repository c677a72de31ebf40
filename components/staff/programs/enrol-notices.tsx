"use client";

import { useTranslations } from "next-intl";
import { JointWorkNeeded } from "@/components/staff/joint-work/joint-work";
import { Banner } from "@/components/ui/banner";
import type { EnrolForm as Page, ProgramChoice } from "@/server/features/programs/schema";

const enough = 2;

/** What to know before a program begins: joint work that is not recorded as possible, and who has much on their plate. */
export function EnrolNotices({ page, chosen }: { page: Page; chosen: ProgramChoice | undefined }) {
  const words = useTranslations("programs.enrol");
  const { safety, viewer, coupleId } = page;
  const recorded = safety?.standing === "JOINT" && safety.lookAgainOn >= page.today;
  const joint = chosen?.weeks.some((week) => week.strategies.some((one) => one.joint)) ?? false;
  const added = chosen?.weeks[0]?.strategies.length ?? 0;
  const crowded = page.active.flatMap(({ personId, titles }) => {
    const name = page.partners.find((one) => one.personId === personId)?.name;
    return name && titles.length + added > enough ? [{ name, titles }] : [];
  });
  return (
    <>
      {joint && !recorded && (
        <div className="grid gap-1.5">
          <JointWorkNeeded viewer={viewer} coupleId={coupleId} safety={safety} />
          <p className="text-14 text-ink-soft">{words("joint")}</p>
        </div>
      )}
      {crowded.length > 0 && (
        <Banner>
          <ul className="grid gap-1">
            {crowded.map(({ name, titles }) => (
              <li key={name}>{words("tooMany", { name, count: titles.length, titles: titles.join(", ") })}</li>
            ))}
          </ul>
          <p className="mt-1 text-14 text-ink-soft">{words("tooManyEnd")}</p>
        </Banner>
      )}
    </>
  );
}
