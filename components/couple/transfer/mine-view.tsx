import { useFormatter, useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { ToastProvider } from "@/components/ui/toast";
import { UnlockProvider } from "@/components/unlock/unlock-dialog";
import type { MinePage } from "@/server/features/transfers/schema";
import { BackLink } from "../back-link";
import { civilInstant } from "../civil";
import { PageTitle } from "../page-title";
import { AnswerPanel } from "./answer-panel";
import { OwnList } from "./own-list";
import { SignForm } from "./sign-form";

/** A partner's own side of going on to another practice. */
export function MineView({ page }: { page: MinePage }) {
  const words = useTranslations("transfers.me");
  const { coupleId } = page.viewer;
  const { transfer } = page;
  return (
    <UnlockProvider>
      <ToastProvider>
        <BackLink href={`/couple/${coupleId}/me`} label={words("back")} />
        {transfer ? (
          <>
            <PageTitle title={words("title")} />
            <Asked page={page} transfer={transfer} />
          </>
        ) : (
          <EmptyState heading="h1" title={words("none.title")} text={words("none.text")} />
        )}
      </ToastProvider>
    </UnlockProvider>
  );
}

type Transfer = NonNullable<MinePage["transfer"]>;

/** Whether the question itself stands on the page: not while an answer holds. */
const asks = ({ open, state }: Transfer) => open && state !== "WAITS" && state !== "DECLINED";

function Asked({ page, transfer }: { page: MinePage; transfer: Transfer }) {
  const words = useTranslations("transfers.me");
  const format = useFormatter();
  const until = format.dateTime(civilInstant(transfer.until), { day: "numeric", month: "long", timeZone: "UTC" });
  const question = asks(transfer);
  return (
    <div className="grid gap-8">
      <section className="grid gap-1">
        <h2 className="font-semibold text-16 text-ink-soft">
          {words(transfer.state === "GONE" ? "received" : "receiver")}
        </h2>
        <p className="text-20 leading-snug">
          <span className="font-semibold">{transfer.therapistName}</span>, {transfer.practiceName}
        </p>
        {question && <p className="text-ink-soft">{words("answerUntil", { until })}</p>}
      </section>
      {transfer.state !== "OPEN" && (
        <AnswerPanel
          coupleId={page.viewer.coupleId}
          transfer={transfer}
          until={until}
          timeZone={page.viewer.timeZone}
        />
      )}
      {question && (
        <>
          <OwnList page={page} />
          <SignForm coupleId={page.viewer.coupleId} listedAt={page.listedAt} transfer={transfer} />
        </>
      )}
    </div>
  );
}
