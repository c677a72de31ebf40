"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { MapPin } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { useFieldWords } from "@/components/session/error-words";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { useToast } from "@/components/ui/toast";
import type { CouplePage } from "@/server/features/couples/schema";
import { type OverrideReason, overrideReason, type PartnerPlace } from "@/server/features/licences/schema";
import { FaultBanner } from "../fault-banner";
import { beyondFields, showFieldFaults } from "../licences/field-faults";
import { usePlaceName } from "../licences/words";

type ElsewhereProps = Pick<CouplePage, "elsewhere"> & {
  couple: Pick<CouplePage["couple"], "coupleId" | "partners">;
  viewer: Pick<CouplePage["viewer"], "practiceId">;
};

/** Who of the two lives where no licence at hand reaches, from the moment they have said so, and why one may treat them. */
export function Elsewhere({ couple, elsewhere, viewer }: ElsewhereProps) {
  const ids = { practiceId: viewer.practiceId, coupleId: couple.coupleId };
  return elsewhere.places.map((place) => {
    const name = couple.partners.find((one) => one.personId === place.personId)?.name ?? "";
    return <Place key={place.personId} {...ids} name={name} place={place} reasons={elsewhere.reasons} />;
  });
}

type PlaceProps = {
  practiceId: string;
  coupleId: string;
  name: string;
  place: PartnerPlace;
  reasons: readonly OverrideReason[];
};

const fields = z.object({ reason: z.enum(overrideReason.options, "chooseOverride") });

function Place({ practiceId, coupleId, name, place, reasons }: PlaceProps) {
  const words = useTranslations("licences.assign");
  const field = useFieldWords();
  const placeName = usePlaceName();
  const router = useRouter();
  const toast = useToast();
  const form = useForm({ resolver: zodResolver(fields) });
  const record = trpc.licences.recordOverride.useMutation({
    onSuccess: () => {
      toast({ text: words("recordedToast") });
      router.refresh();
    },
    onError: (error) => showFieldFaults(form, error),
  });
  const submit = form.handleSubmit(({ reason }) =>
    record.mutate({ practiceId, coupleId, personId: place.personId, reason }),
  );
  return (
    <form method="post" noValidate onSubmit={submit} className="mb-5 grid gap-3 rounded-[14px] bg-attention-wash p-4">
      <p className="flex items-start gap-3 text-15">
        <MapPin aria-hidden size={18} className="mt-0.5 shrink-0 text-attention-ink" />
        <span>
          <strong className="font-semibold">
            {words("outside", { name, place: placeName(place.jurisdiction ?? "") })}
          </strong>{" "}
          {words("outsideText", { name })}
        </span>
      </p>
      <FaultBanner error={beyondFields(record.error)} />
      <div className="grid items-end gap-3 @2xl:grid-cols-[minmax(0,26rem)_auto] @2xl:justify-start">
        <Field label={words("why", { name })} error={field(form.formState.errors.reason?.message)}>
          {(control) => (
            <Select {...control} {...form.register("reason", { setValueAs: (reason) => reason || undefined })}>
              <option value="">{words("choose")}</option>
              {reasons.map((reason) => (
                <option key={reason} value={reason}>
                  {words(`reason.${reason}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Button type="submit" pending={record.isPending} className="justify-self-start">
          {words("record")}
        </Button>
      </div>
    </form>
  );
}
