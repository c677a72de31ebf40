import { useTranslations } from "next-intl";
import { Chip, type ChipTone } from "@/components/ui/chip";
import { solo } from "@/content/plans";
import type { BillingPage } from "@/server/features/billing/schema";
import { daysLeft, useDay } from "./amounts";
import { Trouble } from "./trouble";

type Mark = "ENDING" | "CHOSEN" | "GRACE" | "OVERDUE" | BillingPage["standing"]["reason"];
const tones: Partial<Record<Mark, ChipTone>> = { GRACE: "attention", OVERDUE: "attention", ENDING: "warm" };

/** The word beside the plan's name. */
function markOf({ standing, subscription }: BillingPage): Mark {
  if (standing.trouble) return standing.trouble.state;
  if (standing.reason !== "SUBSCRIPTION") return standing.reason;
  if (subscription?.cancelAt) return "ENDING";
  return subscription?.trialEnd ? "CHOSEN" : "SUBSCRIPTION";
}

/** What the practice has, why and until when, in words; a payment that failed first of all. */
export function PlanCard({ page }: { page: BillingPage }) {
  const words = useTranslations("billing.plan");
  const mark = markOf(page);
  return (
    <section
      aria-labelledby="plan"
      className="rounded-l border border-line bg-surface p-5 shadow-card sm:px-6 sm:py-5.5"
    >
      <h2 id="plan" className="font-semibold text-13 text-ink-soft">
        {words("title")}
      </h2>
      <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <span className="display text-32">{words(page.standing.plan)}</span>
        <Chip tone={tones[mark] ?? "primary"}>{words(`chip.${mark}`)}</Chip>
      </p>
      <Why page={page} />
      <Trouble page={page} />
    </section>
  );
}

function Why({ page }: { page: BillingPage }) {
  const words = useTranslations("billing.plan");
  const day = useDay();
  const { standing, subscription, viewer } = page;
  const { until } = standing;
  const say = (text: string) => <p className="measure mt-2 text-15">{text}</p>;
  if (standing.reason === "SELF_HOSTED") return say(words("selfHosted"));
  if (standing.reason === "GIVEN")
    return say(until ? words("givenUntil", { date: day(until, viewer) }) : words("given"));
  if (standing.reason === "TRIAL") return <Trial page={page} />;
  if (standing.plan === "SOLO") return say(words("solo", solo));
  if (subscription?.cancelAt) return say(words("ending", { date: day(subscription.cancelAt, viewer) }));
  if (subscription?.trialEnd) return say(words("first", { date: day(subscription.trialEnd, viewer) }));
  return say(words("paid"));
}

function Trial({ page: { standing, viewer } }: { page: BillingPage }) {
  const words = useTranslations("billing.plan");
  const day = useDay();
  if (!standing.until) return null;
  return (
    <>
      <p className="measure mt-2 text-15">
        {words("trial", { date: day(standing.until, viewer), days: daysLeft(standing.until, viewer) })}
      </p>
      <p className="measure mt-2 text-15 text-ink-soft">{words("trialAfter", solo)}</p>
    </>
  );
}
