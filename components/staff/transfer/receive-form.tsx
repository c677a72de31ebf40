"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { FormProvider, useForm } from "react-hook-form";
import { PolicyFields } from "@/components/invitations/policy-fields";
import { useFieldWords } from "@/components/session/error-words";
import { appError, trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { SectionCard } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useToast } from "@/components/ui/toast";
import { type TakeFields, takeFields } from "@/server/features/transfers/schema";
import { FaultBanner } from "../fault-banner";

/** The code of a couple from another practice, and what its partners are told about what one says alone. */
export function ReceiveForm({ practiceId }: { practiceId: string }) {
  const words = useTranslations("transfers.receive");
  const field = useFieldWords();
  const router = useRouter();
  const toast = useToast();
  const form = useForm<TakeFields>({
    resolver: zodResolver(takeFields),
    defaultValues: { code: "", policy: "CONFIDENTIAL" },
  });
  const take = trpc.transfers.take.useMutation({
    onSuccess: () => {
      form.reset();
      toast({ text: words("done") });
      router.refresh();
    },
    onError: (error) => {
      const message = appError(error).fields?.code;
      if (message) form.setError("code", { message }, { shouldFocus: true });
    },
  });
  const besideField = take.error && appError(take.error).fields?.code;
  return (
    <FormProvider {...form}>
      <form
        method="post"
        noValidate
        onSubmit={form.handleSubmit((fields) => take.mutate({ practiceId, ...fields }))}
        className="grid gap-5"
      >
        <Field label={words("code")} hint={words("codeHint")} error={field(form.formState.errors.code?.message)}>
          {(control) => (
            <Input
              {...control}
              {...form.register("code")}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              className="figures max-w-72 tracking-wider"
            />
          )}
        </Field>
        <SectionCard title={words("policy")} text={words("policyHint")}>
          <PolicyFields />
        </SectionCard>
        <FaultBanner error={besideField ? null : take.error} />
        <div>
          <Button type="submit" size="large" pending={take.isPending}>
            {words("submit")}
          </Button>
        </div>
      </form>
    </FormProvider>
  );
}
