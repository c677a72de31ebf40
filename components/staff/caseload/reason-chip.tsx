import { useTranslations } from "next-intl";
import { Chip } from "@/components/ui/chip";
import type { Reason } from "@/server/features/caseload/schema";

/** Why a couple is where it is in the list, in words. */
export function ReasonChip({ reason }: { reason: Reason }) {
  return <Chip tone={reason.tone}>{useReasonWords()(reason)}</Chip>;
}

function useReasonWords(): (reason: Reason) => string {
  const words = useTranslations("staff.reason");
  const area = useTranslations("staff.areaIn");
  return (reason) => {
    switch (reason.kind) {
      case "pulse-fell":
        return words(reason.kind, { name: reason.name, area: area(reason.area), by: reason.by });
      case "apart":
        return words(reason.kind, { area: area(reason.area), by: reason.by });
      case "silent":
      case "homework-ends":
      case "program-waits":
        return words(reason.kind, { days: reason.days });
      case "unread":
        return words(reason.kind, { count: reason.count });
      case "not-joined":
      case "elsewhere":
        return words(reason.kind, { name: reason.name });
      case "open-alone":
      case "no-homework":
        return words(reason.kind);
    }
  };
}
