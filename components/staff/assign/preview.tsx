"use client";

import { useTranslations } from "next-intl";
import { RingsMark } from "@/components/brand/logo";
import { AreaIcon } from "@/components/ui/area-icon";
import { Avatar } from "@/components/ui/avatar";
import { buttonClass } from "@/components/ui/button-class";
import { Card } from "@/components/ui/card";
import { Chip } from "@/components/ui/chip";
import type { AssignFields } from "@/server/features/homework/schema";
import type { Strategy } from "./use-assign";

type PreviewProps = {
  strategy: Strategy | undefined;
  fields: Pick<AssignFields, "mode" | "cadence" | "note">;
  /** Those asked, the first being the one whose phone is shown. */
  names: readonly string[];
  therapist: string;
};

/** How it will look on a partner's phone. A picture: nothing in it can be pressed. */
export function Preview({ strategy, fields, names, therapist }: PreviewProps) {
  const words = useTranslations("staff.assign");
  const [name = "…"] = names;
  return (
    <section aria-labelledby="preview" className="rounded-xl border border-line bg-sunken p-4">
      <h2 id="preview" className="mb-3 text-center font-medium text-13 text-ink-soft">
        {words("preview", { name })}
      </h2>
      <div className="mx-auto grid max-w-88 gap-3 rounded-[22px] bg-paper p-4 shadow-card">
        <RingsMark className="w-7" />
        {strategy ? (
          <>
            <PreviewCard {...{ strategy, fields, names }} />
            {fields.note.trim() && <PreviewNote note={fields.note.trim()} therapist={therapist} />}
          </>
        ) : (
          <p className="px-2 py-8 text-center text-15 text-ink-soft">{words("previewNone")}</p>
        )}
      </div>
    </section>
  );
}

function PreviewCard({ strategy, fields, names }: Pick<PreviewProps, "fields" | "names"> & { strategy: Strategy }) {
  const words = useTranslations("staff");
  const areaWords = useTranslations("common.area");
  const [, other] = names;
  const withWhom = fields.mode === "TOGETHER" && other ? words("assign.with", { name: other }) : words("assign.alone");
  const facts = [
    words("assign.minutes", { count: strategy.minutes }),
    withWhom,
    words(`cadence.${fields.cadence.every}`, { times: fields.cadence.times }),
  ];
  return (
    <Card lift className="p-4.5">
      <Chip area={strategy.area} icon={<AreaIcon area={strategy.area} />}>
        {areaWords(strategy.area)}
      </Chip>
      <p className="display mt-2.5 text-24">{strategy.title}</p>
      <p className="mt-1 text-16 text-ink-soft">{strategy.promise}</p>
      <p className="mt-3 flex flex-wrap gap-x-4 text-14 text-ink-soft">
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      <span className={buttonClass({ size: "large", wide: true, className: "mt-4" })}>
        {words("assign.previewBegin")}
      </span>
    </Card>
  );
}

function PreviewNote({ note, therapist }: { note: string; therapist: string }) {
  const words = useTranslations("staff.assign");
  return (
    <div className="flex gap-3 rounded-l bg-primary-wash p-4">
      <Avatar name={therapist} size="small" className="bg-surface" />
      <div className="min-w-0">
        <p className="font-semibold text-15">{words("from")}</p>
        <p className="whitespace-pre-line text-16">{note}</p>
      </div>
    </div>
  );
}
