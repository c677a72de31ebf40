import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

type PartProps = {
  name: "type" | "actions" | "fields" | "choices" | "people" | "states" | "pulse" | "layers" | "table";
  children: ReactNode;
};

/** One group of samples under its heading. */
export function Part({ name, children }: PartProps) {
  const words = useTranslations("design.section");
  return (
    <div>
      <h3 className="mb-3 border-line border-b pb-1.5 font-semibold text-13 text-ink-soft">{words(name)}</h3>
      <div className="grid gap-5">{children}</div>
    </div>
  );
}
