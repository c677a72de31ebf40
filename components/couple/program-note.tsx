import { ListOrdered } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ProgramLine } from "@/server/features/programs/schema";

/** The week of the program that both are in, and why it comes now; plain and small. */
export function ProgramNote({ program }: { program: ProgramLine }) {
  const words = useTranslations("couple.program");
  const { number, total, title, weekTitle, whyNow, paused } = program;
  return (
    <section className="flex gap-3.5 border-line border-t pt-5 text-16">
      <ListOrdered aria-hidden size={20} strokeWidth={1.8} className="mt-0.5 shrink-0 text-ink-soft" />
      {paused ? (
        <p>{words("rests", { title })}</p>
      ) : (
        <div>
          <h2 className="font-medium">{words("week", { number, total, title: weekTitle })}</h2>
          <p className="text-ink-soft">{whyNow}</p>
          <p className="mt-1 text-ink-soft">{words("of", { title })}</p>
        </div>
      )}
    </section>
  );
}
