"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useFieldWords } from "@/components/session/error-words";
import { Button } from "@/components/ui/button";
import type { Mode } from "@/content/schema";
import type { AssignForm as AssignPage } from "@/server/features/homework/schema";
import { FaultBanner } from "../fault-banner";
import { JointWork, JointWorkNeeded } from "../joint-work/joint-work";
import { beyondFields } from "../licences/field-faults";
import { places } from "../places";
import { ChosenStrategy } from "./chosen-strategy";
import { LicenceLines } from "./licence-lines";
import { NoteField, useBothNames } from "./note-field";
import { OnTheirPlate } from "./on-their-plate";
import { PlanFields } from "./plan-fields";
import { Preview } from "./preview";
import { StrategyPicker } from "./strategy-picker";
import { TooMany } from "./too-many";
import { Unlicensed } from "./unlicensed";
import { type Strategy, useAssign } from "./use-assign";
import { WhenFields } from "./when-fields";
import { WhoFields } from "./who-fields";

/** Assigning homework in under a minute: pick a strategy, and everything else already has a sensible value. */
export function AssignForm({ page, offeredEnd }: { page: AssignPage; offeredEnd: string }) {
  const field = useFieldWords();
  const { form, choose, clear, send, pending, error } = useAssign(page);
  const fields = form.watch();
  const strategy = page.strategies.find(({ key }) => key === fields.strategyKey);
  const asked = page.partners.filter(({ personId }) => fields.personIds.includes(personId));
  const readers = useBothNames(asked.map(({ name }) => name));
  const heading = useFocusOnChoice(strategy?.key);
  return (
    <form
      method="post"
      noValidate
      onSubmit={send}
      className="grid items-start gap-6 @4xl:grid-cols-[minmax(0,1fr)_24rem]"
    >
      <div className="@container grid gap-6">
        {!page.licensed && <Unlicensed practiceId={page.viewer.practiceId} />}
        {strategy ? (
          <>
            <ChosenStrategy ref={heading} strategy={strategy} onChange={clear} />
            <WhoFields form={form} partners={page.partners} />
            <OnTheirPlate page={page} />
            <JointWorkLines page={page} strategy={strategy} mode={fields.mode} />
            <WhenFields
              form={form}
              today={page.viewer.today}
              offeredEnd={offeredEnd}
              appointments={page.appointments}
              appointmentsHref={places.appointments(page.viewer.practiceId, page.coupleId)}
            />
            <NoteField form={form} names={asked.map(({ name }) => name)} />
            <PlanFields form={form} tiny={strategy.tiny} readers={readers} />
            <TooMany page={page} personIds={fields.personIds} />
            <LicenceLines form={form} page={page} personIds={fields.personIds} />
            <FaultBanner error={beyondFields(error)} />
            <Submit names={asked.map(({ name }) => name)} licensed={page.licensed} pending={pending} />
          </>
        ) : (
          <StrategyPicker
            strategies={page.strategies}
            error={field(form.formState.errors.strategyKey?.message)}
            onChoose={choose}
          />
        )}
      </div>
      <div className="@4xl:sticky @4xl:top-6">
        <Preview
          strategy={strategy}
          fields={fields}
          partners={page.partners}
          locales={page.locales}
          therapist={page.viewer.displayName}
          today={page.viewer.today}
          appointments={page.appointments}
        />
      </div>
    </form>
  );
}

/** Whether joint work is possible; asked for where this strategy, done this way, needs it. */
function JointWorkLines({ page, strategy, mode }: { page: AssignPage; strategy: Strategy; mode: Mode }) {
  const { viewer, coupleId, safety } = page;
  const needed = mode === "TOGETHER" || (mode === "EACH" && strategy.joint);
  const holds = safety?.standing === "JOINT" && safety.lookAgainOn >= viewer.today;
  const Line = needed && !holds ? JointWorkNeeded : JointWork;
  return <Line viewer={viewer} coupleId={coupleId} safety={safety} />;
}

/** Moves the focus to the chosen strategy, since the button that chose it has gone. */
function useFocusOnChoice(key: Strategy["key"] | undefined) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (key) heading.current?.focus();
  }, [key]);
  return heading;
}

function Submit({ names, licensed, pending }: { names: readonly string[]; licensed: boolean; pending: boolean }) {
  const words = useTranslations("staff.assign");
  const people = useBothNames(names);
  return (
    <div className="flex flex-wrap items-center gap-4">
      <Button
        type="submit"
        size="large"
        pending={pending}
        disabled={!licensed}
        aria-describedby={licensed ? undefined : "unlicensed"}
      >
        {people ? words("submitFor", { names: people }) : words("submit")}
      </Button>
      <p className="text-14 text-ink-soft">{words("optionalEnd")}</p>
    </div>
  );
}
