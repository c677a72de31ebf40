"use client";

import { Building2, CircleAlert, CircleCheck, LoaderCircle, SearchX, Unplug } from "lucide-react";
import { useTranslations } from "next-intl";
import type { LicenceCard } from "@/server/features/licences/schema";
import { useDayOf } from "./words";

const icons = {
  PENDING: LoaderCircle,
  MATCHED: CircleCheck,
  MISMATCHED: CircleAlert,
  NOT_FOUND: SearchX,
  UNAVAILABLE: Unplug,
  NONE: Building2,
};

/** What the national registry said of the NPI, in words, each thing that differs on a line of its own. */
export function RegistryFinding({ licence, timeZone }: { licence: LicenceCard; timeZone: string }) {
  const words = useTranslations("licences");
  const dayOf = useDayOf(timeZone);
  const { registryStatus: status, mismatches, registryAt } = licence;
  const Icon = icons[status];
  const wrong = status === "MISMATCHED" || status === "NOT_FOUND";
  return (
    <div className="flex items-start gap-2.5 rounded-m bg-sunken px-3.5 py-2.5 text-14" data-registry={status}>
      <Icon
        aria-hidden
        size={17}
        className={`mt-0.5 shrink-0 ${wrong ? "text-attention-ink" : "text-ink-soft"} ${status === "PENDING" ? "animate-turn" : ""}`}
      />
      <div className="min-w-0">
        <p>
          <span className="sr-only">{words("registry.title")}: </span>
          {words(`registry.${status}`, { count: mismatches.length })}{" "}
          {registryAt && (
            <span className="whitespace-nowrap text-ink-faint">
              {words("registry.asked", { date: dayOf(registryAt) })}
            </span>
          )}
        </p>
        {mismatches.length > 0 && (
          <ul className="mt-1 grid list-disc gap-0.5 pl-4.5">
            {mismatches.map((one) => (
              <li key={one}>{words(`mismatch.${one}`)}</li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
