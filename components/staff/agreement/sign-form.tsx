"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { useFieldWords } from "@/components/session/error-words";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";
import { type Signing, signing } from "@/server/features/practices/schema";
import { FaultBanner } from "../fault-banner";

type SignFormProps = Pick<Signing, "version" | "locale"> & { practiceId: string };

/** Signing by one's typed name. */
export function SignForm({ practiceId, version, locale }: SignFormProps) {
  const words = useTranslations("practice.agreement");
  const fault = useFieldWords();
  const toast = useToast();
  const router = useRouter();
  const form = useForm<Signing>({ resolver: zodResolver(signing), defaultValues: { version, locale, signatory: "" } });
  const sign = trpc.practices.signAgreement.useMutation({
    onSuccess: () => {
      toast({ text: words("accepted") });
      router.refresh();
    },
  });
  const send = form.handleSubmit(({ signatory }) => sign.mutate({ practiceId, version, locale, signatory }));
  return (
    <form method="post" noValidate onSubmit={send} className="grid max-w-md gap-4">
      <Field label={words("signatory")} error={fault(form.formState.errors.signatory?.message)}>
        {(control) => <Input {...control} {...form.register("signatory")} autoComplete="name" />}
      </Field>
      <FaultBanner error={sign.error} />
      <div>
        <Button type="submit" pending={sign.isPending}>
          {words("accept")}
        </Button>
      </div>
    </form>
  );
}
