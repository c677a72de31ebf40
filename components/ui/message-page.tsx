import type { ReactNode } from "react";
import { Logo } from "@/components/brand/logo";

/** A whole page that says one thing: not found, failed, offline. */
export function MessagePage(props: { title: ReactNode; text: ReactNode; note?: ReactNode; action: ReactNode }) {
  return (
    <main className="grid min-h-dvh grid-rows-[auto_1fr] px-5 py-6">
      <Logo className="mx-auto" />
      <div className="grid place-content-center justify-items-center gap-2 pb-24 text-center">
        <h1 className="display text-32 sm:text-44">{props.title}</h1>
        <p className="max-w-md text-17 text-ink-soft">{props.text}</p>
        {props.note && <p className="figures text-13 text-ink-faint">{props.note}</p>}
        <div className="mt-5 flex flex-wrap justify-center gap-3">{props.action}</div>
      </div>
    </main>
  );
}
