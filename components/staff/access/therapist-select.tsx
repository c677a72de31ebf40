import { useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { Therapist } from "@/server/features/clinicians/schema";

type TherapistSelectProps = {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  therapists: readonly Therapist[];
  control: ComponentProps<"select">;
};

/** A choice of one therapist, none chosen until somebody chooses. */
export function TherapistSelect({ label, hint, error, therapists, control }: TherapistSelectProps) {
  const words = useTranslations("people.access");
  return (
    <Field label={label} hint={therapists.length === 0 ? words("noTherapists") : hint} error={error}>
      {(wiring) => (
        <Select {...wiring} {...control} required>
          <option value="">{words("choose")}</option>
          {therapists.map(({ personId, name }) => (
            <option key={personId} value={personId}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
