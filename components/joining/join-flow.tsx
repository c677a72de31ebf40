"use client";

import { useTranslations } from "next-intl";
import { FormProvider } from "react-hook-form";
import { useErrorWords } from "@/components/session/error-words";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import type { OpenedInvitation, OpenInvitation } from "@/server/features/joining/schema";
import { AgreeStep } from "./agree-step";
import { ContactStep, PlaceStep, YouStep } from "./detail-steps";
import { HoursStep } from "./hours-step";
import { LoginStep } from "./login-step";
import { CodesStep, PasskeyStep } from "./passkey-step";
import { StepHeading } from "./step-heading";
import { type StepName, stepsOf } from "./steps";
import { type Flow, useFlow } from "./use-flow";

export type JoinFlowProps = {
  invitation: OpenInvitation;
  zones: string[];
  onOver: (opened: OpenedInvitation) => void;
  /** Asks the server again, after signing out here. */
  onReopen: () => void;
};

/** The welcome, then the steps one after the other; back keeps everything. */
export function JoinFlow(props: JoinFlowProps) {
  const flow = useFlow(props);
  if (flow.stop)
    return flow.stop.recoveryCodes.length > 0 ? <CodesStep {...flow.stop} /> : <PasskeyStep {...flow.stop} />;
  if (flow.result) return <Done result={flow.result} />;
  if (flow.step === "welcome") return <Welcome invitation={props.invitation} onBegin={flow.begin} />;
  return (
    <FormProvider {...flow.form}>
      <form method="post" noValidate onSubmit={flow.submit} className="grid gap-5">
        <Progress step={flow.step} invitation={props.invitation} />
        <Step key={flow.step} step={flow.step} flow={flow} {...props} />
        <Foot flow={flow} invitation={props.invitation} />
      </form>
    </FormProvider>
  );
}

function Progress({ step, invitation }: { step: StepName; invitation: OpenInvitation }) {
  const words = useTranslations("joining");
  const steps = stepsOf(invitation);
  return (
    <p className="font-medium text-15 text-ink-soft" aria-live="polite">
      {words("progress", { step: steps.indexOf(step) + 1, count: steps.length })}
    </p>
  );
}

function Step({ step, flow, invitation, zones, onReopen }: JoinFlowProps & { step: StepName; flow: Flow }) {
  switch (step) {
    case "login":
      return <LoginStep invitation={invitation} passwordLost={flow.resumed} onReopen={onReopen} />;
    case "you":
      return <YouStep staff={invitation.kind === "staff"} />;
    case "place":
      return <PlaceStep />;
    case "contact":
      return <ContactStep />;
    case "hours":
      return <HoursStep zones={zones} />;
    case "agree":
      return <AgreeStep policy={invitation.policy} />;
  }
}

function Foot({ flow, invitation }: { flow: Flow; invitation: OpenInvitation }) {
  const words = useTranslations("joining");
  const errorWords = useErrorWords();
  const last = stepsOf(invitation).at(-1) === flow.step;
  const fault = flow.fault && errorWords(flow.fault);
  const byPasskey = flow.form.watch("how") === "passkey";
  return (
    <div className="mt-1 grid gap-3">
      {fault && (
        <Banner tone="attention" live title={`${fault.title}.`}>
          {fault.text}
        </Banner>
      )}
      {flow.noPasskey && <NoPasskey onPassword={flow.choosePassword} />}
      {last && byPasskey && !flow.noPasskey && <p className="text-16 text-ink-soft">{words("login.passkeyNow")}</p>}
      <Button type="submit" size="large" wide pending={flow.pending}>
        {words(last ? "finish" : "next")}
      </Button>
      <Button variant="quiet" size="large" wide onClick={flow.back}>
        {words("back")}
      </Button>
    </div>
  );
}

/** The device made none. Another try is the button below; or another way. */
function NoPasskey({ onPassword }: { onPassword: () => void }) {
  const words = useTranslations("joining.login");
  const other = (
    <Button variant="ghost" onClick={onPassword}>
      {words("usePassword")}
    </Button>
  );
  return (
    <Banner tone="attention" live title={`${words("noPasskey")}.`} action={other}>
      {words("noPasskeyText")}
    </Banner>
  );
}

function Welcome({ invitation, onBegin }: { invitation: OpenInvitation; onBegin: () => void }) {
  const words = useTranslations("joining.welcome");
  const { kind, practiceName: practice, name } = invitation;
  return (
    <section className="grid gap-3">
      <h1 className="display text-32 sm:text-44">{words(kind, { practice, name })}</h1>
      <p className="text-17 text-ink-soft">{words(kind === "partner" ? "text" : "staffText")}</p>
      <Button size="large" wide className="mt-4" onClick={onBegin}>
        {words("begin")}
      </Button>
      <p className="mt-2 text-15 text-ink-soft">{words("notYou", { name })}</p>
    </section>
  );
}

/** On the way in, or to the sign-in for a login that was there before. */
function Done({ result }: { result: NonNullable<Flow["result"]> }) {
  const words = useTranslations("joining");
  const part = result.mustSignIn ? "again" : "done";
  return (
    <section role="status" className="grid gap-3 py-8">
      <StepHeading title={words(`${part}.title`)} text={words(`${part}.text`)} />
      {result.mustSignIn && (
        <LinkButton href={`/sign-in?next=${encodeURIComponent(result.next)}`} size="large" wide>
          {words("again.signIn")}
        </LinkButton>
      )}
    </section>
  );
}
