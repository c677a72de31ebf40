"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { FormProvider, useForm } from "react-hook-form";
import { Fold } from "@/components/couple/fold";
import { RequestFailure } from "@/components/couple/request-failure";
import { appError, trpc } from "@/components/trpc/client";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { UnlockProvider, useUnlock } from "@/components/unlock/unlock-dialog";
import { consentOf } from "@/content/consent";
import { type About, type AboutFields, aboutFields } from "@/server/features/joining/schema";
import { ConsentPoints, PolicyWords } from "./agreed-texts";
import { NameFields } from "./detail-steps";
import { LivingPlace } from "./living-place";
import { SafeContact } from "./safe-contact";

type SectionProps = { coupleId: string; timeZone: string };

/** About you: name, place, how to be reached safely, and what was accepted on joining. */
export function AboutSection({ coupleId, timeZone }: SectionProps) {
  const words = useTranslations("joining.about");
  const query = trpc.joining.about.useQuery({ coupleId });
  return (
    <section className="grid gap-5">
      <header>
        <h2 className="display text-24">{words("title")}</h2>
        <p className="text-ink-soft">{words("text")}</p>
      </header>
      {query.error && <RequestFailure failure={appError(query.error)} onRetry={() => query.refetch()} />}
      {query.isPending && <Skeleton className="h-64" />}
      {query.data && (query.data.locked ? <Locked /> : <AboutForm coupleId={coupleId} about={query.data} />)}
      {query.data && <Accepted about={query.data} timeZone={timeZone} />}
    </section>
  );
}

function AboutForm({ coupleId, about }: { coupleId: string; about: About }) {
  const words = useTranslations("joining");
  const router = useRouter();
  const { name, pronouns, country, region, safeContact, pendingEmail, pendingReturned } = about;
  const form = useForm<AboutFields>({
    resolver: zodResolver(aboutFields),
    defaultValues: { name, pronouns, country, region, safeContact },
  });
  const save = trpc.joining.saveAbout.useMutation({ networkMode: "always", onSuccess: () => router.refresh() });
  const submit = form.handleSubmit((fields) => save.mutate({ coupleId, ...fields }));
  return (
    <FormProvider {...form}>
      <form
        method="post"
        noValidate
        onSubmit={submit}
        onChange={() => save.isSuccess && save.reset()}
        className="grid gap-5"
      >
        {pendingEmail && <Pending coupleId={coupleId} email={pendingEmail} returned={pendingReturned} />}
        <NameFields hint={words("you.nameHint")} />
        <LivingPlace />
        <SafeContact />
        {save.error && <RequestFailure failure={appError(save.error)} onRetry={submit} />}
        {save.isSuccess && (
          <Banner tone="positive" live>
            {words("about.saved")}
          </Banner>
        )}
        <Button type="submit" variant="ghost" size="large" wide pending={save.isPending}>
          {words("about.save")}
        </Button>
      </form>
    </FormProvider>
  );
}

/** How to be reached is for the therapist alone: a mailbox does not open it. */
function Locked() {
  return (
    <UnlockProvider>
      <Unlock />
    </UnlockProvider>
  );
}

function Unlock() {
  const words = useTranslations("joining.about");
  const unlock = useUnlock();
  return <Banner action={<Button onClick={unlock}>{words("unlock")}</Button>}>{words("locked")}</Banner>;
}

/** An address that nobody has confirmed yet, with the question sent once more on request. */
function Pending({ coupleId, email, returned }: { coupleId: string; email: string; returned: boolean }) {
  const words = useTranslations("joining.about");
  const ask = trpc.joining.askAddressAgain.useMutation({ networkMode: "always" });
  const again = (
    <Button variant="ghost" pending={ask.isPending} onClick={() => ask.mutate({ coupleId })}>
      {words("askAgain")}
    </Button>
  );
  return (
    <Banner tone="attention" live={ask.isSuccess} action={!ask.isSuccess && again}>
      {words(returned && !ask.isSuccess ? "returned" : "pending", { email })} {ask.isSuccess && words("asked")}
    </Banner>
  );
}

function Accepted({ about, timeZone }: { about: About; timeZone: string }) {
  const words = useTranslations("joining");
  const format = useFormatter();
  const consent = consentOf(about.consentVersion);
  const date = format.dateTime(about.acceptedAt, { dateStyle: "long", timeZone });
  return (
    <Fold title={words("about.accepted", { date })}>
      <div className="grid gap-5">
        {consent && <ConsentPoints consent={consent} />}
        <div>
          <h3 className="font-semibold text-16">{words("agree.policy")}</h3>
          <PolicyWords policy={about.policy} />
        </div>
      </div>
    </Fold>
  );
}
