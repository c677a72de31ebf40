import { Check, Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { SectionCard } from "@/components/ui/card";

/** In plain words what can go to another practice, and what never does. */
export function WhatGoes() {
  const goes = useTranslations("transfers.page.goes");
  const stays = useTranslations("transfers.page.stays");
  return (
    <div className="grid items-start gap-5 @3xl:grid-cols-2">
      <SectionCard title={goes("title")}>
        <List mark="goes" lines={(["checkIns", "words", "pulse", "joining"] as const).map((key) => goes(key))} />
        <p className="mt-3 text-14 text-ink-soft">{goes("own")}</p>
      </SectionCard>
      <SectionCard title={stays("title")}>
        <List
          mark="stays"
          lines={(["private", "yours", "other", "tools", "practice"] as const).map((key) => stays(key))}
        />
        <p className="mt-3 text-14 text-ink-soft">{stays("copy")}</p>
      </SectionCard>
    </div>
  );
}

function List({ mark, lines }: { mark: "goes" | "stays"; lines: string[] }) {
  const Icon = mark === "goes" ? Check : Lock;
  return (
    <ul className="grid gap-2 text-15">
      {lines.map((line) => (
        <li key={line} className="flex items-start gap-2.5">
          <Icon aria-hidden size={16} className="mt-1 shrink-0 text-primary" />
          {line}
        </li>
      ))}
    </ul>
  );
}
