"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import clsx from "clsx";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type Control, Controller, useForm } from "react-hook-form";
import { useFieldWords } from "@/components/session/error-words";
import { appError, trpc } from "@/components/trpc/client";
import { type Area, areas } from "@/components/ui/area";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import { ScaleButtons } from "@/components/ui/scale-buttons";
import { type PulseFields, pulseFields } from "@/server/features/pulse/schema";
import { RequestFailure } from "../request-failure";

const unset: PulseFields = { trust: null, communication: null, intimacy: null, connection: null };

/** Four ratings, each of which may be left out. */
export function PulseForm({ coupleId, current }: { coupleId: string; current: PulseFields | null }) {
  const words = useTranslations("couple.pulse");
  const fieldWords = useFieldWords();
  const router = useRouter();
  const form = useForm<PulseFields>({ resolver: zodResolver(pulseFields), defaultValues: current ?? unset });
  const save = trpc.pulse.save.useMutation({ networkMode: "always", onSuccess: () => router.refresh() });
  const submit = form.handleSubmit((fields) => save.mutate({ coupleId, ...fields }));
  return (
    <form
      method="post"
      noValidate
      onSubmit={submit}
      onChange={() => save.isSuccess && save.reset()}
      className="grid gap-2"
    >
      {areas.map((area) => (
        <AreaRating key={area} area={area} control={form.control} />
      ))}
      <div className="grid gap-3">
        {form.formState.errors.trust && <FieldError>{fieldWords(form.formState.errors.trust.message)}</FieldError>}
        {save.error && <RequestFailure failure={appError(save.error)} onRetry={submit} />}
        {save.isSuccess && (
          <Banner tone="positive" live>
            {words("saved")}
          </Banner>
        )}
        <Button type="submit" size="large" wide pending={save.isPending}>
          {words(current ? "update" : "save")}
        </Button>
      </div>
    </form>
  );
}

function AreaRating({ area, control }: { area: Area; control: Control<PulseFields> }) {
  const words = useTranslations("couple.pulse");
  const names = useTranslations("common.area");
  return (
    <Controller
      control={control}
      name={area}
      render={({ field }) => (
        <div>
          <ScaleButtons
            {...field}
            legend={names(area)}
            hint={words(area)}
            low={words("low")}
            high={words("high")}
            onValueChange={field.onChange}
          />
          <Button
            variant="quiet"
            size="large"
            className={clsx("-ml-6", field.value === null && "invisible")}
            aria-label={words("leaveOutSpoken", { area: names(area) })}
            onClick={() => field.onChange(null)}
          >
            {words("leaveOut")}
          </Button>
        </div>
      )}
    />
  );
}
