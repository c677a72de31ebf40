"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useForm, useWatch } from "react-hook-form";
import { z } from "zod";
import { useFragment } from "@/components/auth/fragment";
import { NewPasswordField } from "@/components/auth/new-password-field";
import { type Proof, useProof } from "@/components/auth/use-proof";
import { useFieldWords } from "@/components/session/error-words";
import { FaultNote, useFault } from "@/components/session/fault";
import { trpc } from "@/components/trpc/client";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Skeleton } from "@/components/ui/skeleton";
import { newPassword } from "@/server/features/sessions/schema";
import { tellDone, useHandedOver } from "./handover";

/** Shows whose address a link confirms, and confirms it when asked to. */
export function LinkConfirm() {
  const words = useTranslations("signUp.link");
  const token = useFragment();
  const faultOf = useFault();
  const query = trpc.signUp.show.useQuery(
    { token: token ?? "" },
    { enabled: Boolean(token), refetchOnWindowFocus: false, staleTime: Number.POSITIVE_INFINITY },
  );
  const open = query.data?.state === "open" ? query.data.email : null;
  const handed = useHandedOver(open);
  if (token === "" || (query.data && query.data.state !== "open")) {
    return <Spent state={query.data?.state === "open" ? "unknown" : (query.data?.state ?? "unknown")} />;
  }
  return (
    <>
      <header className="text-center">
        <h1 className="display text-32">{words("title")}</h1>
        {open && <p className="text-16 text-ink-soft">{words("text", { email: open })}</p>}
      </header>
      {query.isError ? (
        <FaultNote fault={faultOf(query.error)} />
      ) : (
        <Card className="p-5 sm:p-7">
          {token && open && handed !== undefined ? (
            <ConfirmForm token={token} email={open} handed={handed} />
          ) : (
            <div aria-busy="true" className="grid gap-4">
              <p role="status" className="sr-only">
                {words("loading")}
              </p>
              <Skeleton className="h-5 w-3/4" />
              <Skeleton className="h-12" />
            </div>
          )}
        </Card>
      )}
    </>
  );
}

/** A link that leads no further says why, and what leads on. */
function Spent({ state }: { state: "used" | "expired" | "unknown" }) {
  const words = useTranslations("signUp.link");
  const signUp = useTranslations("signUp");
  const action = (
    <div className="flex flex-wrap justify-center gap-3">
      {state === "used" ? (
        <LinkButton href="/sign-in?next=/sign-up/practice" prefetch={false}>
          {signUp("signIn")}
        </LinkButton>
      ) : (
        <LinkButton href="/sign-up" prefetch={false}>
          {words("again")}
        </LinkButton>
      )}
    </div>
  );
  return <EmptyState heading="h1" title={words(state)} text={words(`${state}Text`)} action={action} />;
}

const fields = z.object({ password: newPassword });

function ConfirmForm({ token, email, handed }: { token: string; email: string; handed: string | null }) {
  const words = useTranslations("signUp.link");
  const account = useTranslations("signUp.account");
  const field = useFieldWords();
  const router = useRouter();
  const form = useForm({ resolver: zodResolver(fields), defaultValues: { password: handed ?? "" } });
  const password = useWatch({ control: form.control, name: "password" });
  const confirm = trpc.signUp.confirm.useMutation();
  const proof = useProof(() => {
    tellDone(email);
    router.replace("/sign-up/practice");
  });
  const fault = field(proof.fault?.fields?.password ?? form.formState.errors.password?.message);
  const send = form.handleSubmit(async () => {
    await proof.run(() => confirm.mutateAsync({ proof: { token }, password }));
  });
  return (
    <form method="post" noValidate onSubmit={send} className="grid gap-5">
      <Refused proof={proof} />
      <input type="hidden" autoComplete="username" value={email} readOnly />
      {(handed === null || fault) && (
        <>
          <p className="text-15 text-ink-soft">{words("choose")}</p>
          <NewPasswordField
            {...form.register("password")}
            label={account("password")}
            value={password}
            hints={[email]}
            error={fault}
          />
        </>
      )}
      <Button type="submit" size="large" wide pending={proof.pending}>
        {words("submit")}
      </Button>
    </form>
  );
}

function Refused({ proof }: { proof: Proof }) {
  const words = useTranslations("signUp.link");
  const signUp = useTranslations("signUp");
  const code = proof.fault?.code;
  if (code === "TAKEN") {
    const action = (
      <LinkButton href="/sign-in?next=/sign-up/practice" prefetch={false} size="small">
        {signUp("signIn")}
      </LinkButton>
    );
    return (
      <Banner tone="attention" live title={words("taken")} action={action}>
        {words("takenText")}
      </Banner>
    );
  }
  if (code === "EXPIRED") {
    const action = (
      <LinkButton href="/sign-up" prefetch={false} size="small">
        {words("again")}
      </LinkButton>
    );
    return (
      <Banner tone="attention" live title={words("expired")} action={action}>
        {words("expiredText")}
      </Banner>
    );
  }
  return <FaultNote fault={proof.fault} />;
}
