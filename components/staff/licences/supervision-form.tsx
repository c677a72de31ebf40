"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { useFieldWords } from "@/components/session/error-words";
import { FaultBanner } from "@/components/staff/fault-banner";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { useToast } from "@/components/ui/toast";
import { type LicencesPage, type SupervisionFields, supervisionFields } from "@/server/features/licences/schema";
import { beyondFields, showFieldFaults } from "./field-faults";

type FormProps = Pick<LicencesPage, "viewer" | "personId" | "therapists"> & { onClose: () => void };

/** Who supervises whom, from when and until when. */
export function SupervisionForm({ viewer, personId, therapists, onClose }: FormProps) {
  const words = useTranslations("licences.supervision");
  const field = useFieldWords();
  const router = useRouter();
  const toast = useToast();
  const nameOf = (id: string) => therapists.find((one) => one.personId === id)?.name ?? "";
  const form = useForm<SupervisionFields>({
    resolver: zodResolver(supervisionFields),
    defaultValues: { associateId: "", supervisorId: "", from: viewer.today, until: null },
  });
  const supervise = trpc.licences.supervise.useMutation({
    onSuccess: (_, { associateId, supervisorId }) => {
      toast({ text: words("saved", { associate: nameOf(associateId), supervisor: nameOf(supervisorId) }) });
      onClose();
      router.refresh();
    },
    onError: (error) => showFieldFaults(form, error),
  });
  const { practiceId } = viewer;
  const { errors } = form.formState;
  const send = form.handleSubmit((fields) => supervise.mutate({ practiceId, ...fields }));
  return (
    <form method="post" noValidate onSubmit={send} className="mt-4 grid gap-4 border-line border-t pt-4">
      <Field label={words("associate")} error={field(errors.associateId?.message)}>
        {(control) => (
          <Select {...control} {...form.register("associateId")} autoFocus>
            <option value="">{words("choose")}</option>
            {therapists
              .filter((one) => one.personId !== personId)
              .map((one) => (
                <option key={one.personId} value={one.personId}>
                  {one.name}
                </option>
              ))}
          </Select>
        )}
      </Field>
      <Field label={words("supervisor")} error={field(errors.supervisorId?.message)}>
        {(control) => (
          <Select {...control} {...form.register("supervisorId")}>
            <option value="">{words("choose")}</option>
            {therapists.map((one) => (
              <option key={one.personId} value={one.personId}>
                {one.ownLicence ? one.name : words("unlicensed", { name: one.name })}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={words("starts")} error={field(errors.from?.message)}>
        {(control) => <Input {...control} {...form.register("from")} type="date" min={viewer.today} />}
      </Field>
      <Field label={words("ends")} optional error={field(errors.until?.message)}>
        {(control) => (
          <Input {...control} {...form.register("until", { setValueAs: (date) => date || null })} type="date" />
        )}
      </Field>
      <FaultBanner error={beyondFields(supervise.error)} />
      <div className="flex flex-wrap gap-2.5">
        <Button type="submit" pending={supervise.isPending}>
          {words("save")}
        </Button>
        <Button variant="quiet" onClick={onClose}>
          {words("cancel")}
        </Button>
      </div>
    </form>
  );
}
