import { ShieldAlert, ShieldCheck } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { SectionCard } from "@/components/ui/card";
import type { LogPage } from "@/server/features/audit/schema";

/** Whether the log is as it was written, as the latest check found it, and until when it is sealed. */
export function SealCard({ seal, timeZone }: { seal: LogPage["seal"]; timeZone: string }) {
  const words = useTranslations("log.seal");
  const format = useFormatter();
  const when = (at: Date) => format.dateTime(at, { dateStyle: "medium", timeStyle: "short", timeZone });
  const { check, sealedTo } = seal;
  const broken = check !== null && check.faults > 0;
  const Icon = broken ? ShieldAlert : ShieldCheck;
  return (
    <SectionCard title={words("title")}>
      <div className="flex gap-3 text-14 text-ink-soft">
        <Icon aria-hidden size={20} className={broken ? "shrink-0 text-attention-ink" : "shrink-0 text-primary"} />
        <div className="grid gap-1.5">
          <p className={broken ? "font-semibold text-attention-ink" : undefined}>
            {check === null
              ? words("unchecked")
              : words(broken ? "broken" : "whole", { at: when(check.at), rows: check.rows, faults: check.faults })}
          </p>
          <p>{sealedTo ? words("sealed", { at: when(sealedTo) }) : words("unsealed")}</p>
        </div>
      </div>
    </SectionCard>
  );
}
