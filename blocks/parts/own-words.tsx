"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { VisibilityLabel } from "@/components/ui/visibility-label";
import type { Readers } from "../spec";
import { useTool } from "../tool";
import { wordsLimit } from "../words";

type OwnWordsProps = {
  label: ReactNode;
  hint?: ReactNode;
  optional?: boolean;
  value: string;
  onChange: (value: string) => void;
  /** Who may read it; stands inside the frame. */
  readers: Readers;
  error?: string;
  rows?: number;
};

/** One field for a partner's own words, with its readers inside the frame. */
export function OwnWords({ label, hint, optional, value, onChange, readers, error, rows = 3 }: OwnWordsProps) {
  const words = useTranslations("blocks.parts");
  const { partnerName } = useTool();
  const left = wordsLimit - value.length;
  return (
    <Field label={label} hint={hint} optional={optional} error={error}>
      {(wiring) => (
        <Textarea
          {...wiring}
          rows={rows}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          footer={
            <span className="flex flex-wrap justify-between gap-x-4">
              <VisibilityLabel visibility={readers} partner={partnerName ?? undefined} />
              {left < 300 && <span className="figures text-15 text-ink-soft">{words("left", { count: left })}</span>}
            </span>
          }
        />
      )}
    </Field>
  );
}
