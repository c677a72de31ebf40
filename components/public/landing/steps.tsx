import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Picture } from "./picture";
import { AssignPiece, PractisePiece, ReviewPiece } from "./step-pieces";

/** Assign, practise, review: three steps, each with the piece of the product where it happens. */
export function Steps() {
  const words = useTranslations("public.steps");
  return (
    <section aria-labelledby="steps" className="page pt-24 md:pt-32">
      <h2 id="steps" className="display text-32 sm:text-44">
        {words("title")}
      </h2>
      <p className="mt-2 text-17 text-ink-soft">{words("text")}</p>
      <ol className="mt-10 grid gap-x-7 gap-y-12 lg:grid-cols-3 lg:grid-rows-[auto_auto] lg:gap-y-5">
        <Step name="assign" number={1} piece={<AssignPiece />} />
        <Step name="practise" number={2} piece={<PractisePiece />} />
        <Step name="review" number={3} piece={<ReviewPiece />} />
      </ol>
    </section>
  );
}

function Step({ name, number, piece }: { name: "assign" | "practise" | "review"; number: number; piece: ReactNode }) {
  const words = useTranslations("public.steps");
  return (
    <li className="grid gap-5 md:max-lg:grid-cols-2 md:max-lg:items-center md:max-lg:gap-8 lg:row-span-2 lg:grid-rows-subgrid">
      <div className="order-2 flex gap-4">
        <span aria-hidden className="display w-8 shrink-0 lining-nums text-32 text-primary leading-none">
          {number}
        </span>
        <div>
          <h3 className="display text-24 leading-tight">{words(`${name}.title`)}</h3>
          <p className="mt-1.5 text-16 text-ink-soft">{words(`${name}.text`)}</p>
        </div>
      </div>
      <Picture
        label={words(`${name}.picture`)}
        className="stage grid min-h-96 place-items-center rounded-xl p-5 sm:p-7"
      >
        {piece}
      </Picture>
    </li>
  );
}
