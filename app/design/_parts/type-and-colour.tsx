import clsx from "clsx";
import { useTranslations } from "next-intl";
import { Logo } from "@/components/brand/logo";
import { Part } from "./part";

const swatches = [
  "bg-paper",
  "bg-surface",
  "bg-sunken",
  "bg-line",
  "bg-line-strong",
  "bg-line-control",
  "bg-ink-faint",
  "bg-ink-soft",
  "bg-ink",
  "bg-primary-wash",
  "bg-primary",
  "bg-attention-wash",
  "bg-attention",
  "bg-positive",
  "bg-trust-wash",
  "bg-trust",
  "bg-communication-wash",
  "bg-communication",
  "bg-intimacy-wash",
  "bg-intimacy",
  "bg-connection-wash",
  "bg-connection",
  "bg-partner-one",
  "bg-partner-two",
];

/** The logo, the type scale and every colour. */
export function TypeAndColour() {
  const words = useTranslations("design.sample");
  return (
    <Part name="type">
      <Logo />
      <div className="grid gap-2">
        <p className="display text-60">{words("greeting")}</p>
        <p className="display text-44">{words("greeting")}</p>
        <p className="display text-32">{words("greeting")}</p>
        <p className="display text-24">{words("greeting")}</p>
        <p className="text-20">{words("sentence")}</p>
        <p className="text-17">{words("sentence")}</p>
        <p className="text-16">{words("body")}</p>
        <p className="text-15 text-ink-soft">{words("body")}</p>
        <p className="text-14 text-ink-soft">{words("body")}</p>
        <p className="text-13 text-ink-faint">{words("body")}</p>
      </div>
      <div className="grid grid-cols-6 gap-1.5 sm:grid-cols-12">
        {swatches.map((swatch) => (
          <span key={swatch} title={swatch} className={clsx("h-10 rounded-s border border-line", swatch)} />
        ))}
      </div>
    </Part>
  );
}
