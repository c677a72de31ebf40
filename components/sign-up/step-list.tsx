import clsx from "clsx";
import { Check } from "lucide-react";
import { useTranslations } from "next-intl";

const steps = ["account", "practice", "agreement"] as const;

/** How far one has come. */
export function StepList({ current }: { current: (typeof steps)[number] }) {
  const words = useTranslations("signUp.steps");
  const at = steps.indexOf(current);
  return (
    <ol aria-label={words("label")} className="flex flex-wrap items-center justify-center gap-x-5 gap-y-2 text-14">
      {steps.map((step, index) => (
        <li
          key={step}
          aria-current={index === at ? "step" : undefined}
          className={clsx("flex items-center gap-2", index === at ? "font-semibold text-ink" : "text-ink-soft")}
        >
          <span
            aria-hidden
            className={clsx(
              dotClass,
              index <= at ? "border-primary" : "border-line-control",
              index < at && "bg-primary text-on-primary",
              index === at && "text-primary",
            )}
          >
            {index < at ? <Check size={13} strokeWidth={3} /> : index + 1}
          </span>
          {words(step)}
          {index < at && <span className="sr-only">{words("done")}</span>}
        </li>
      ))}
    </ol>
  );
}

const dotClass = "figures grid size-6 place-items-center rounded-full border-[1.5px] text-13 font-semibold";
