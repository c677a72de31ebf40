import clsx from "clsx";
import { Check, Clock3 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import type { StartPage, Step, StepKey } from "@/server/features/practices/schema";
import { places } from "../places";
import { HideStart } from "./hide-start";

const pageOf: Record<StepKey, (practiceId: string) => string> = {
  twoFactor: (practiceId) => `/account?next=${encodeURIComponent(places.start(practiceId))}`,
  licence: places.licences,
  sender: (practiceId) => `${places.settings(practiceId)}#sender`,
  couple: places.newCouple,
  homework: places.caseload,
  colleague: places.people,
};

/** What gets somebody ready, each step known from what is there. */
export function FirstSteps({ page }: { page: StartPage }) {
  const words = useTranslations("practice.start");
  const { steps, hidden, viewer } = page;
  const needed = steps.filter((one) => !one.optional);
  const done = needed.filter((one) => one.state === "done").length;
  const next = needed.find((one) => one.state === "open")?.key;
  return (
    <div className="max-w-3xl">
      <PageHeader title={words("title")} text={<span className="measure block">{words("text")}</span>} />
      {hidden && (
        <Banner title={words("hidden")} action={<HideStart practiceId={viewer.practiceId} hidden />} className="mb-5">
          {words("hiddenText")}
        </Banner>
      )}
      {!next && (
        <Banner tone="positive" title={words("ready")} className="mb-5">
          {words("readyText")}
        </Banner>
      )}
      <p className="mb-2 font-medium text-14 text-ink-soft">
        {words("progress", { done: String(done), total: String(needed.length) })}
      </p>
      <ul
        aria-label={words("list")}
        className="divide-y divide-line rounded-l border border-line bg-surface shadow-card"
      >
        {steps.map((step) => (
          <StepRow key={step.key} step={step} next={step.key === next} practiceId={viewer.practiceId} />
        ))}
      </ul>
      {!hidden && (
        <div className="mt-4">
          <HideStart practiceId={viewer.practiceId} hidden={false} />
        </div>
      )}
    </div>
  );
}

function StepRow({ step, next, practiceId }: { step: Step; next: boolean; practiceId: string }) {
  const words = useTranslations("practice.start");
  const common = useTranslations("common");
  const { key, state, optional } = step;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-3 px-5 py-4">
      <div className="flex min-w-60 grow basis-0 items-start gap-4">
        <Mark state={state} />
        <div>
          <h2 className={clsx("font-semibold text-16", state === "done" && "text-ink-soft")}>
            {words(`steps.${key}.title`)}{" "}
            {optional && <span className="font-normal text-13 text-ink-faint">{common("optional")}</span>}
          </h2>
          <p className="text-15 text-ink-soft">
            {state === "waiting" && key === "licence" ? words("steps.licence.waiting") : words(`steps.${key}.text`)}
          </p>
        </div>
      </div>
      {state === "open" && (
        <LinkButton
          href={pageOf[key](practiceId)}
          prefetch={false}
          variant={next ? "primary" : "ghost"}
          className="max-sm:ml-11"
        >
          {words(`steps.${key}.action`)}
        </LinkButton>
      )}
    </li>
  );
}

const marks = {
  done: { look: "border-positive bg-positive text-paper", icon: <Check size={15} strokeWidth={3} /> },
  waiting: { look: "border-line-control text-ink-soft", icon: <Clock3 size={15} /> },
  open: { look: "border-line-control border-dashed", icon: null },
};

function Mark({ state }: { state: Step["state"] }) {
  const words = useTranslations("practice.start.state");
  const { look, icon } = marks[state];
  return (
    <span className={clsx("mt-px grid size-7 shrink-0 place-items-center rounded-full border-[1.5px]", look)}>
      <span aria-hidden>{icon}</span>
      <span className="sr-only">{words(state)}</span>
    </span>
  );
}
