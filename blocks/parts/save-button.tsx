"use client";

import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Button, type ButtonProps } from "@/components/ui/button";
import type { SaveState } from "./use-save";

type StatusProps = {
  state: SaveState;
  /** Said when it is stored; "Saved" without it. */
  saved?: string;
};

/** How storing went, said to a screen reader as well. */
export function SaveStatus({ state, saved }: StatusProps) {
  const words = useTranslations("blocks.parts");
  return (
    <>
      <p role="status" className={state.kind === "saved" ? "text-16 text-ink-soft" : "sr-only"}>
        {state.kind === "saved" ? (saved ?? words("saved")) : ""}
      </p>
      {state.kind === "failed" && (
        <Banner tone="attention" live>
          {state.words}
        </Banner>
      )}
    </>
  );
}

/** The button that stores, with what became of it. Inside a form it submits. */
export function SaveButton({ state, saved, children, ...rest }: StatusProps & ButtonProps) {
  return (
    <div className="grid gap-2.5">
      <Button type="submit" size="large" wide {...rest} pending={state.kind === "pending"}>
        {children}
      </Button>
      <SaveStatus state={state} saved={saved} />
    </div>
  );
}
