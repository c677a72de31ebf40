import { useLocale, useTranslations } from "next-intl";
import type { InvitationShape } from "@/server/features/invitations/schema";
import type { StaffViewer } from "@/server/features/people/schema";
import { civilDateOf, daysApart } from "../staff/dates";

/** The day that the reader has. */
export type Clock = Pick<StaffViewer, "today" | "timeZone">;

/** An invitation in words: "Sam has not joined yet; invited 3 days ago." */
export function useInvitationWords(): (
  name: string,
  invitation: Pick<InvitationShape, "state" | "email" | "sentAt" | "returned"> | null,
  clock: Clock,
) => string {
  const words = useTranslations("invitations.line");
  const days = new Intl.RelativeTimeFormat(useLocale(), { numeric: "auto" });
  return (name, invitation, { today, timeZone }) => {
    if (!invitation) return words("none", { name });
    if (invitation.state !== "open") return words(invitation.state, { name });
    if (invitation.returned) return words("openReturned", { name });
    const ago = days.format(-Math.max(0, daysApart(civilDateOf(invitation.sentAt, timeZone), today)), "day");
    return words(invitation.email ? "open" : "openRoom", { name, ago });
  };
}
