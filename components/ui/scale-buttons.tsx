import clsx from "clsx";
import { ChoiceGroup, type ChoiceProps, radioProps } from "./choice-group";

const steps = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

type ScaleProps = ChoiceProps<number> & {
  /** What 0 means, in words. */
  low: string;
  /** What 10 means, in words. */
  high: string;
};

/** A rating from 0 to 10: eleven labelled buttons, unset until chosen; two rows where the space is narrow. */
export function ScaleButtons({ low, high, ...group }: ScaleProps) {
  return (
    <ChoiceGroup {...group}>
      <div className="@container">
        <div className="grid grid-cols-6 gap-1.5 @md:grid-cols-11">
          {steps.map((step) => (
            <label key={step} className={stepClass}>
              <input
                {...radioProps(group, step, step === 0)}
                aria-label={spoken(step, low, high)}
                className="sr-only"
              />
              <span aria-hidden>{step}</span>
            </label>
          ))}
        </div>
        <div aria-hidden className="mt-2 flex justify-between gap-4 text-14 text-ink-soft">
          <span>0 {low}</span>
          <span className="text-right">10 {high}</span>
        </div>
      </div>
    </ChoiceGroup>
  );
}

function spoken(step: number, low: string, high: string): string {
  if (step === 0) return `0, ${low}`;
  return step === 10 ? `10, ${high}` : String(step);
}

const stepClass = clsx(
  "figures relative grid min-h-11 min-w-0 place-items-center rounded-s border border-line-control bg-surface font-semibold text-16 transition-colors",
  "hover:border-primary hover:bg-primary-wash has-checked:border-primary has-checked:bg-primary has-checked:text-on-primary",
  "has-focus-visible:outline-[2.5px] has-focus-visible:outline-offset-2 has-focus-visible:outline-focus",
  "has-disabled:cursor-not-allowed has-disabled:opacity-55",
);
