"use client";

import { Feather } from "lucide-react";
import type { ReactNode } from "react";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { useText } from "../parts/use-words";
import type { BlockOf } from "../registry";
import type { LocalizedText } from "../words";

type PartProps = {
  part: BlockOf<"statement">["parts"][number];
  value: string;
  onChange: (value: string) => void;
  error?: string;
  /** Gentle remarks on what is written; it can be kept as it is. */
  remarks: LocalizedText[];
  children?: ReactNode;
};

/** One gap after its stem. */
export function PartField({ part, value, onChange, error, remarks, children }: PartProps) {
  const text = useText();
  return (
    <div className="grid gap-2.5">
      <Field label={<span className="display text-20">{text(part.stem)} …</span>} hint={text(part.hint)} error={error}>
        {(wiring) => (
          <Textarea
            {...wiring}
            rows={1}
            className="[&_textarea]:min-h-12"
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </Field>
      <div role="status" className={remarks.length > 0 ? "grid gap-2" : "sr-only"}>
        {remarks.map((remark) => (
          <p
            key={remark.en}
            className="flex gap-2.5 rounded-m bg-connection-wash px-3.5 py-2.5 text-16 text-connection-ink"
          >
            <Feather aria-hidden size={17} className="mt-1 shrink-0" />
            <span>{text(remark)}</span>
          </p>
        ))}
      </div>
      {children}
    </div>
  );
}
