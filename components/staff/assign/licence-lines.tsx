"use client";

import { GraduationCap, MapPin } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFieldWords } from "@/components/session/error-words";
import { Banner } from "@/components/ui/banner";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { AssignForm } from "@/server/features/homework/schema";
import type { PartnerPlace } from "@/server/features/licences/schema";
import { usePlaceName } from "../licences/words";
import type { AssignFormState } from "./use-assign";

type LinesProps = { form: AssignFormState; page: AssignForm; personIds: readonly string[] };

/** Under whose licence one assigns, and who of those asked lives where it does not reach. */
export function LicenceLines({ form, page, personIds }: LinesProps) {
  const words = useTranslations("licences.assign");
  const { supervisor, places } = page.standing;
  const outside = places.filter((one) => one.outside && personIds.includes(one.personId));
  return (
    <>
      {supervisor && (
        <Banner icon={<GraduationCap size={18} />}>
          {words(supervisor.present ? "supervisedAlready" : "supervised", { name: supervisor.name })}
        </Banner>
      )}
      {outside.map((place) => (
        <Outside key={place.personId} form={form} page={page} place={place} />
      ))}
    </>
  );
}

function Outside({ form, page, place }: Pick<LinesProps, "form" | "page"> & { place: PartnerPlace }) {
  const words = useTranslations("licences.assign");
  const field = useFieldWords();
  const placeName = usePlaceName();
  const name = page.partners.find((one) => one.personId === place.personId)?.name ?? "";
  const where = placeName(place.jurisdiction ?? "");
  if (place.recorded)
    return (
      <Banner icon={<MapPin size={18} />}>
        {words("recorded", { name, place: where, reason: words(`reason.${place.recorded}`) })}
      </Banner>
    );
  const path = `overrides.${place.personId}` as const;
  const fault = form.formState.errors.overrides?.[place.personId]?.message;
  return (
    <div className="grid gap-3 rounded-[14px] bg-attention-wash p-4">
      <p className="flex items-start gap-3 text-15">
        <MapPin aria-hidden size={18} className="mt-0.5 shrink-0 text-attention-ink" />
        <span>
          <strong className="font-semibold">{words("outside", { name, place: where })}</strong>{" "}
          {words("outsideText", { name })}
        </span>
      </p>
      <Field label={words("why", { name })} error={field(fault)}>
        {(control) => (
          <Select {...control} {...form.register(path, { setValueAs: (reason) => reason || undefined })}>
            <option value="">{words("choose")}</option>
            {page.standing.reasons.map((reason) => (
              <option key={reason} value={reason}>
                {words(`reason.${reason}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </div>
  );
}
