import { ListOrdered } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { CouplePage } from "@/server/features/couples/schema";
import { useCivilDay } from "../moment";
import { places } from "../places";

/** The program of a couple in one quiet line on its page, with the way to it. */
export function ProgramLine({ page: { couple, program, viewer } }: { page: CouplePage }) {
  const words = useTranslations("programs.line");
  const sentence = useSentence();
  const { practiceId } = viewer;
  const { coupleId } = couple;
  return (
    <div className="flex flex-wrap items-center gap-x-3 text-14 text-ink-soft">
      <p className="flex items-center gap-2">
        <ListOrdered aria-hidden size={16} strokeWidth={1.9} className="shrink-0" />
        {program ? sentence(program) : words("none")}
      </p>
      <Link
        href={places.coupleProgram(practiceId, coupleId)}
        prefetch={false}
        className="link inline-flex min-h-8 items-center"
      >
        {words(program || couple.state !== "ACTIVE" ? "open" : "choose")}
      </Link>
    </div>
  );
}

function useSentence() {
  const words = useTranslations("programs.line");
  const day = useCivilDay();
  return ({ title, state, weekTitle, opened, total, next }: NonNullable<CouplePage["program"]>) => {
    if (state === "PAUSED") return `${words("rests", { title })}.`;
    const waits = next?.opens === "THERAPIST";
    if (weekTitle === null)
      return `${waits || !next ? words("beforeWord", { title }) : words("before", { title, date: day(next.on) })}.`;
    const running = words("running", { title, week: weekTitle, opened, total });
    return waits ? `${running}. ${words("waits")}.` : `${running}.`;
  };
}
