import { useTranslations } from "next-intl";
import { practice, solo } from "@/content/plans";

const promises = ["clients", "once", "export", "failed"] as const;
const questions = ["add", "smaller", "learns"] as const;

/** What holds whatever is paid, and what is asked before. */
export function Promises() {
  const words = useTranslations("public.pricing");
  return (
    <>
      <section aria-labelledby="promises" className="page pt-20 md:pt-28">
        <h2 id="promises" className="display text-32 sm:text-44">
          {words("promisesTitle")}
        </h2>
        <dl className="mt-8 grid gap-x-8 gap-y-7 sm:grid-cols-2 lg:grid-cols-4">
          {promises.map((key) => (
            <div key={key}>
              <dt className="font-semibold text-17">{words(`promises.${key}.title`)}</dt>
              <dd className="mt-1 text-15 text-ink-soft">
                {words(`promises.${key}.text`, { days: practice.graceDays })}
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <section aria-labelledby="questions" className="page pt-20 md:pt-28">
        <h2 id="questions" className="display text-32 sm:text-44">
          {words("questionsTitle")}
        </h2>
        <div className="mt-4 max-w-[42rem] divide-y divide-line">
          {questions.map((key) => (
            <div key={key} className="py-6">
              <h3 className="font-semibold text-17">{words(`questions.${key}.title`)}</h3>
              <p className="mt-1.5 text-17 leading-relaxed">
                {words(`questions.${key}.text`, { couples: solo.couples })}
              </p>
            </div>
          ))}
        </div>
      </section>
    </>
  );
}
