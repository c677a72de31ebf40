"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { FormProvider, useForm } from "react-hook-form";
import { v4 as uuidv4 } from "uuid";
import { z } from "zod";
import { FaultBanner } from "@/components/staff/fault-banner";
import { appError, trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { invitee } from "@/server/features/invitations/schema";
import { nobody, PartnerFields, type PartnersForm } from "./partner-fields";

const fields = z.object({ partners: z.array(invitee).length(1) });

type AddPartnerProps = { practiceId: string; coupleId: string; onAdded: () => void };

/** The second partner of a couple that began with one. The first is told nothing. */
export function AddPartner({ practiceId, coupleId, onAdded }: AddPartnerProps) {
  const words = useTranslations("invitations");
  const common = useTranslations("common");
  const formId = useId();
  const [open, setOpen] = useState(false);
  const [clientId, setClientId] = useState(() => uuidv4());
  const form = useForm<PartnersForm>({ resolver: zodResolver(fields), defaultValues: { partners: [nobody] } });
  const add = trpc.invitations.addPartner.useMutation({
    onSuccess: () => {
      setOpen(false);
      form.reset();
      setClientId(uuidv4());
      onAdded();
    },
    onError: (error) => {
      const message = appError(error).fields?.email;
      if (message) form.setError("partners.0.email", { message }, { shouldFocus: true });
    },
  });
  const submit = form.handleSubmit(({ partners: [partner] }) => {
    if (partner) add.mutate({ practiceId, coupleId, clientId, partner });
  });
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="ghost" size="small">
          {words("line.addOther")}
        </Button>
      }
      title={words("add.title")}
      description={words("add.text")}
      footer={
        <>
          <DialogClose>
            <Button variant="quiet">{common("cancel")}</Button>
          </DialogClose>
          <Button type="submit" form={formId} pending={add.isPending}>
            {words("add.submit")}
          </Button>
        </>
      }
    >
      <FormProvider {...form}>
        <form method="post" id={formId} noValidate onSubmit={submit} className="@container grid gap-4">
          <PartnerFields index={0} />
          <FaultBanner error={add.error && !appError(add.error).fields ? add.error : null} />
        </form>
      </FormProvider>
    </Dialog>
  );
}
