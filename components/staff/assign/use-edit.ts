"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import { trpc } from "@/components/trpc/client";
import { useToast } from "@/components/ui/toast";
import { type AssignFields, assignFields, type EditForm, editFields } from "@/server/features/homework/schema";
import { showFieldFaults } from "../licences/field-faults";
import { places } from "../places";

/** The state of the form that changes what runs. It has the fields of assigning, of which some stand still. */
export function useEdit(page: EditForm) {
  const words = useTranslations("assigning.edit");
  const router = useRouter();
  const toast = useToast();
  const { coupleId, assignmentId, title, mode, personIds, startsOn } = page;
  const { practiceId } = page.viewer;
  const form = useForm<AssignFields>({
    resolver: zodResolver(assignFields),
    defaultValues: { ...page.fields, strategyKey: page.strategyKey, mode, personIds, startsOn },
  });
  const edit = trpc.homework.edit.useMutation({
    onSuccess: () => {
      toast({ text: words("done", { title }) });
      router.push(places.couple(practiceId, coupleId));
      router.refresh();
    },
    onError: (error) => showFieldFaults(form, error),
  });
  const send = form.handleSubmit((fields) =>
    edit.mutate({ practiceId, coupleId, assignmentId, ...editFields.parse(fields) }),
  );
  return { form, send, pending: edit.isPending || edit.isSuccess, error: edit.error };
}
