import { Minus, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { StrategyText } from "@/content/schema";
import { tel } from "../telephone";

/** Why it works, the steps, the tiny version, and when not to use it. */
export function StrategyArticle({ text }: { text: StrategyText }) {
  const words = useTranslations("public.strategy");
  return (
    <div className="grid max-w-[42rem] gap-11">
      <section aria-labelledby="why">
        <h2 id="why" className="display text-24">
          {words("why")}
        </h2>
        <p className="mt-2.5 text-17 leading-relaxed">{text.why}</p>
      </section>
      <section aria-labelledby="steps">
        <h2 id="steps" className="display text-24">
          {words("steps")}
        </h2>
        <ol className="mt-3">
          {text.steps.map((step, index) => (
            <li key={step} className="flex gap-5 border-line border-t py-4 first:border-t-0">
              <span aria-hidden className="display w-6 shrink-0 text-24 text-primary lining-nums leading-[1.15]">
                {index + 1}
              </span>
              <span className="text-17">{step}</span>
            </li>
          ))}
        </ol>
      </section>
      <NotWhen items={text.notWhen} />
    </div>
  );
}

function NotWhen({ items }: { items: readonly string[] }) {
  const words = useTranslations("public.strategy");
  return (
    <section aria-labelledby="not-when" className="rounded-l bg-connection-wash p-6 sm:p-7">
      <h2 id="not-when" className="flex items-center gap-2.5 display text-24">
        <TriangleAlert aria-hidden size={20} strokeWidth={1.8} className="shrink-0 text-connection-ink" />
        {words("notWhen")}
      </h2>
      <ul className="mt-3 grid gap-2.5">
        {items.map((item) => (
          <li key={item} className="flex gap-3 text-16">
            <Minus aria-hidden size={16} className="mt-1 shrink-0 text-connection-ink" />
            <span>{item}</span>
          </li>
        ))}
      </ul>
      <p className="mt-4 border-connection/40 border-t pt-4 text-15 text-connection-ink">
        {words.rich("safety", { tel })}
      </p>
    </section>
  );
}
