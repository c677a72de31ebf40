import { CalendarDays, MessageCircleReply, Scale } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PolicyWords } from "@/components/joining/agreed-texts";
import { useWeekday } from "@/components/reminders/weekday-names";
import type { FormPage } from "@/server/features/private-words/schema";

/** What one should know before one writes: who opens it, when it is read, how an answer comes, what becomes of it. */
export function BeforeWriting({ page: { readers, hasSafeContact, policy } }: { page: FormPage }) {
  const words = useTranslations("help.word");
  const format = useFormatter();
  const names = format.list(
    readers.map((one) => one.name),
    { type: "conjunction" },
  );
  return (
    <>
      <p className="mt-2 text-17">{words("text", { names, count: readers.length })}</p>
      <ul className="mt-5 grid gap-4">
        <Fact icon={<CalendarDays aria-hidden size={20} strokeWidth={1.9} />} title={words("when")}>
          {readers.map((reader) => (
            <Days key={reader.personId} reader={reader} />
          ))}
        </Fact>
        <Fact icon={<MessageCircleReply aria-hidden size={20} strokeWidth={1.9} />} title={words("answer")}>
          <p>{words(hasSafeContact ? "answerKnown" : "answerUnknown")}</p>
        </Fact>
        <Fact icon={<Scale aria-hidden size={20} strokeWidth={1.9} />} title={words("agreed")}>
          <PolicyWords policy={policy} />
        </Fact>
      </ul>
    </>
  );
}

function Days({ reader: { name, readingDays } }: { reader: FormPage["readers"][number] }) {
  const words = useTranslations("help.word");
  const format = useFormatter();
  const weekday = useWeekday();
  if (!readingDays) return <p>{words("daysUnknown", { name })}</p>;
  const days = format.list(
    readingDays.map((day) => weekday(day, "long")),
    { type: "conjunction" },
  );
  return <p>{readingDays.length === 7 ? words("everyDay", { name }) : words("days", { name, days })}</p>;
}

function Fact({ icon, title, children }: { icon: ReactNode; title: ReactNode; children: ReactNode }) {
  return (
    <li className="flex items-start gap-3.5">
      <span className="mt-0.5 shrink-0 text-primary">{icon}</span>
      <div className="min-w-0">
        <h3 className="font-semibold">{title}</h3>
        <div className="text-ink-soft">{children}</div>
      </div>
    </li>
  );
}
