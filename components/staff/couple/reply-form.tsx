"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Controller, useForm } from "react-hook-form";
import type { z } from "zod";
import { useFieldWords } from "@/components/session/error-words";
import { namesInWords } from "@/components/staff/people";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Segmented } from "@/components/ui/segmented";
import { Textarea } from "@/components/ui/textarea";
import { useToast } from "@/components/ui/toast";
import { VisibilityLabel } from "@/components/ui/visibility-label";
import { replyFields } from "@/server/features/check-ins/schema";
import { FaultBanner } from "../fault-banner";
import { dropDraft, keepDraft, newDraft, readDraft } from "./reply-draft";
import type { CoupleIds } from "./review";

type ReplyFields = z.infer<typeof replyFields>;

type ReplyFormProps = CoupleIds & {
  checkInId: string;
  author: string;
  other: string | null;
  onClose: () => void;
};

/** A reply, with who will read it said before a word is written. */
export function ReplyForm({ author, other, onClose, ...ids }: ReplyFormProps) {
  const words = useTranslations("staff.reply");
  const format = useFormatter();
  const field = useFieldWords();
  const { form, error, pending, send, discard } = useReply(ids, author, other !== null, onClose);
  const audience = other ? form.watch("audience") : "AUTHOR";
  const pair = namesInWords(format, author, other);
  const both = other !== null && audience === "SAME_READERS";
  return (
    <form method="post" noValidate onSubmit={send} className="mt-2 grid gap-3 rounded-m bg-sunken p-3.5">
      {other && (
        <Controller
          control={form.control}
          name="audience"
          render={({ field: { name, value, onChange, ref } }) => (
            <Segmented
              {...{ name, value, ref }}
              onValueChange={onChange}
              legend={words("who")}
              options={[
                { value: "AUTHOR", label: words("authorOnly", { author }) },
                { value: "SAME_READERS", label: pair },
              ]}
            />
          )}
        />
      )}
      <Field
        label={words("label", { author })}
        hint={words("draft")}
        error={field(form.formState.errors.body?.message)}
      >
        {(control) => (
          <Textarea
            {...control}
            {...form.register("body")}
            footer={
              <VisibilityLabel visibility={both ? "SHARED" : "THERAPIST"}>
                {both ? words("readBoth", { names: pair }) : words("readAuthor", { author })}
              </VisibilityLabel>
            }
          />
        )}
      </Field>
      <FaultBanner error={error} />
      <div className="flex flex-wrap justify-end gap-2">
        <Button variant="quiet" size="small" onClick={discard}>
          {words("discard")}
        </Button>
        <Button type="submit" variant="ghost" size="small" pending={pending}>
          {words("send")}
        </Button>
      </div>
    </form>
  );
}

/** The reply's state: kept in the tab at every letter, sent once, dropped when it has arrived. */
function useReply(ids: CoupleIds & { checkInId: string }, author: string, mayReachBoth: boolean, onClose: () => void) {
  const { checkInId } = ids;
  const words = useTranslations("staff.reply");
  const router = useRouter();
  const toast = useToast();
  const [draft] = useState(() => readDraft(checkInId) ?? newDraft());
  const form = useForm<ReplyFields>({
    resolver: zodResolver(replyFields),
    // A draft may be older than the end of the couple, or than a share that was taken back.
    defaultValues: { body: draft.body, audience: mayReachBoth ? draft.audience : "AUTHOR" },
  });
  const { clientId } = draft;
  const { subscribe, setFocus } = form;
  useEffect(() => setFocus("body"), [setFocus]);
  useEffect(
    () =>
      subscribe({
        formState: { values: true },
        callback: ({ values }) => keepDraft(checkInId, { ...values, clientId }),
      }),
    [subscribe, checkInId, clientId],
  );
  const discard = () => {
    dropDraft(checkInId);
    onClose();
  };
  const reply = trpc.checkIns.reply.useMutation({
    onSuccess: () => {
      discard();
      toast({ text: words("sent", { author }) });
      router.refresh();
    },
  });
  const send = form.handleSubmit((fields) => reply.mutate({ ...ids, ...fields, clientId }));
  return { form, error: reply.error, pending: reply.isPending, send, discard };
}
