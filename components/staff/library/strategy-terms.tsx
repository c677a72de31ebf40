import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import type { Strategy, StrategyText } from "@/content/schema";

/** What is suggested to the therapist: time, mode and cadence, the tiny version, and what joint work asks for first. */
export function StrategyTerms({ strategy, text }: { strategy: Strategy; text: StrategyText }) {
  const words = useTranslations("staff");
  const facts = [
    words("library.minutes", { count: strategy.minutes }),
    words(`mode.${strategy.mode}`),
    words(`cadence.${strategy.cadence.every}`, { times: strategy.cadence.times }),
  ];
  return (
    <aside className="grid content-start gap-4">
      <Card className="px-5 py-4">
        <h2 className="text-13 text-ink-soft">{words("library.suggested")}</h2>
        <p className="font-semibold">{facts.join(" · ")}</p>
      </Card>
      <section className="rounded-l bg-primary-wash px-5 py-4">
        <h2 className="font-semibold text-14 text-primary">{words("library.tiny")}</h2>
        {text.tiny.title && <p className="display mt-1 text-20">{text.tiny.title}</p>}
        <p className="mt-1">{text.tiny.text}</p>
      </section>
      {strategy.joint && <Banner>{words("library.joint")}</Banner>}
    </aside>
  );
}
