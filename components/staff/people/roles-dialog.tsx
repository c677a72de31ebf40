"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFieldWords } from "@/components/session/error-words";
import { appError, trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { FieldError } from "@/components/ui/field";
import { LinkButton } from "@/components/ui/link-button";
import { useToast } from "@/components/ui/toast";
import { type StaffPerson, type StaffRole, staffRole } from "@/server/features/staff/schema";
import { SeatPreview } from "../billing/seat-preview";
import { FaultBanner } from "../fault-banner";
import { places } from "../places";

type RolesDialogProps = { practiceId: string; person: StaffPerson };

/** What a colleague may be: an owner gives and takes, with a way back. */
export function RolesDialog({ practiceId, person }: RolesDialogProps) {
  const words = useTranslations("people.roles");
  const common = useTranslations("common");
  const field = useFieldWords();
  const [open, setOpen] = useState(false);
  const before = person.roles.map(({ role }) => role);
  const [chosen, setChosen] = useState<StaffRole[]>(before);
  const save = useSaveRoles(practiceId, person, before, () => setOpen(false));
  const toggle = (role: StaffRole) =>
    setChosen(staffRole.options.filter((one) => (one === role ? !chosen.includes(one) : chosen.includes(one))));
  const change = (next: boolean) => {
    setOpen(next);
    if (next) setChosen(before);
    save.reset();
  };
  return (
    <Dialog
      open={open}
      onOpenChange={change}
      trigger={
        <Button variant="quiet" size="small" aria-label={words("label", { name: person.name })}>
          {words("open")}
        </Button>
      }
      title={words("title", { name: person.name })}
      description={words("text")}
      footer={
        <>
          <DialogClose>
            <Button variant="quiet">{common("cancel")}</Button>
          </DialogClose>
          <Button pending={save.isPending} disabled={chosen.length === 0} onClick={() => save.send(chosen)}>
            {words("save")}
          </Button>
        </>
      }
    >
      <fieldset>
        <legend className="sr-only">{words("open")}</legend>
        {staffRole.options.map((role) => (
          <Checkbox
            key={role}
            label={words(`name.${role}`)}
            hint={words(`hint.${role}`)}
            checked={chosen.includes(role)}
            onChange={() => toggle(role)}
          />
        ))}
        {chosen.length === 0 && <FieldError>{field("chooseRole")}</FieldError>}
      </fieldset>
      {chosen.includes("THERAPIST") && !before.includes("THERAPIST") && <SeatPreview practiceId={practiceId} />}
      <FaultBanner error={save.error} />
      {save.error && appError(save.error).code === "TREATS_COUPLES" && (
        <LinkButton
          href={`${places.leave(practiceId, person.personId)}?what=treating`}
          prefetch={false}
          variant="ghost"
          className="mt-3"
        >
          {words("handOver")}
        </LinkButton>
      )}
    </Dialog>
  );
}

function useSaveRoles(practiceId: string, person: StaffPerson, before: StaffRole[], onDone: () => void) {
  const words = useTranslations("people.roles");
  const router = useRouter();
  const toast = useToast();
  const { personId, name } = person;
  const back = trpc.staff.saveRoles.useMutation({ onSettled: () => router.refresh() });
  const save = trpc.staff.saveRoles.useMutation({
    onSuccess: () => {
      onDone();
      const undo = person.self ? undefined : () => back.mutate({ practiceId, personId, roles: before });
      toast({ text: words("saved", { name }), undo });
      router.refresh();
    },
  });
  return { ...save, send: (roles: StaffRole[]) => save.mutate({ practiceId, personId, roles }) };
}
