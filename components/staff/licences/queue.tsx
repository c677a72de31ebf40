"use client";

import { ExternalLink } from "lucide-react";
import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { Card } from "@/components/ui/card";
import { boards } from "@/content/boards";
import type { LicenceCard, LicencesPage } from "@/server/features/licences/schema";
import type { StaffViewer } from "@/server/features/people/schema";
import { CompareTable } from "./compare-table";
import { ConfirmForm } from "./confirm-form";
import { useLicenceName } from "./licence-facts";
import { RegistryFinding } from "./registry-finding";
import { RejectDialog } from "./reject-dialog";
import { useRefreshWhile } from "./use-refresh-while";
import { useDayOf, usePlaceName } from "./words";

/** What waits for an owner: what was typed, what the registry holds, where to look, and how it was confirmed. */
export function Queue({ viewer, others }: Pick<LicencesPage, "viewer" | "others">) {
  const words = useTranslations("licences.queue");
  const waiting = others.filter((one) => one.status === "SUBMITTED");
  useRefreshWhile(waiting.some((one) => one.registryStatus === "PENDING"));
  return (
    <section aria-labelledby="queue" className="grid gap-3">
      <div>
        <h2 id="queue" className="font-semibold text-17">
          {words("title")}
        </h2>
        <p className="text-14 text-ink-soft">{words(waiting.length > 0 ? "text" : "empty")}</p>
      </div>
      {waiting.map((licence) => (
        <Waiting key={licence.licenceId} licence={licence} viewer={viewer} />
      ))}
    </section>
  );
}

function Waiting({ licence, viewer }: { licence: LicenceCard; viewer: StaffViewer }) {
  const words = useTranslations("licences.queue");
  const dayOf = useDayOf(viewer.timeZone);
  const licenceName = useLicenceName();
  const { practiceId, timeZone } = viewer;
  return (
    <Card role="article" aria-label={licence.name} className="grid gap-4 p-5 sm:px-6">
      <div className="flex items-start gap-3.5">
        <Avatar name={licence.name} />
        <div className="min-w-0">
          <h3 className="display text-20">{licence.name}</h3>
          <p className="text-14 text-ink-soft">
            {licenceName(licence)}
            <span className="text-ink-faint"> · {words("by", { date: dayOf(licence.submittedAt) })}</span>
          </p>
        </div>
      </div>
      <RegistryFinding licence={licence} timeZone={timeZone} />
      <CompareTable licence={licence} />
      <Board licence={licence} />
      <ConfirmForm licence={licence} practiceId={practiceId}>
        <RejectDialog licence={licence} practiceId={practiceId} />
      </ConfirmForm>
    </Card>
  );
}

function Board({ licence }: { licence: LicenceCard }) {
  const words = useTranslations("licences");
  const place = usePlaceName()(licence.jurisdiction);
  const address = boards[licence.jurisdiction];
  return (
    <div className="border-line border-t pt-4 text-15">
      <p className="font-semibold">{words("queue.board")}</p>
      <p className="text-ink-soft">
        {words("queue.boardText", { kind: words(`kind.${licence.kind}`), number: licence.number, place })}
      </p>
      {address && (
        <a
          href={address}
          target="_blank"
          rel="noreferrer"
          className="mt-1 inline-flex min-h-6 items-center gap-1.5 font-semibold text-14 text-primary underline underline-offset-4"
        >
          {words("queue.boardLink", { place })}
          <ExternalLink aria-hidden size={14} />
        </a>
      )}
    </div>
  );
}
