"use client";

import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import type { EditForm as EditPage } from "@/server/features/homework/schema";
import { daysOn } from "../dates";
import { FaultBanner } from "../fault-banner";
import { beyondFields } from "../licences/field-faults";
import { useCivilDay } from "../moment";
import { places } from "../places";
import { NoteField, useBothNames } from "./note-field";
import { PlanFields } from "./plan-fields";
import { Preview } from "./preview";
import type { AssignFormState } from "./use-assign";
import { useEdit } from "./use-edit";
import { WhenFields } from "./when-fields";
import { Known } from "./who-fields";

/** Changing what runs: its words, how often, until when, and who may know. */
export function EditForm({ page, offeredEnd }: { page: EditPage; offeredEnd: string }) {
  const words = useTranslations("assigning.edit");
  const day = useCivilDay();
  const { form, send, pending, error } = useEdit(page);
  const { viewer } = page;
  const names = page.partners.filter(({ personId }) => page.personIds.includes(personId)).map(({ name }) => name);
  const readers = useBothNames(names);
  const begun = page.startsOn <= viewer.today;
  return (
    <form
      method="post"
      noValidate
      onSubmit={send}
      className="grid items-start gap-6 @4xl:grid-cols-[minmax(0,1fr)_24rem]"
    >
      <div className="@container grid gap-6">
        {page.state === "PAUSED" && <Banner>{words("paused")}</Banner>}
        <NoteField form={form} names={names} />
        <WhenFields
          form={form}
          today={viewer.today}
          offeredEnd={offeredEnd}
          appointments={page.appointments}
          appointmentsHref={places.appointments(viewer.practiceId, page.coupleId)}
          running={words(begun ? "cadenceNext" : "cadenceStart", { date: day(page.nextOn) })}
        />
        {page.mode === "JUST_YOU" && <WhoKnows page={page} form={form} />}
        <PlanFields form={form} tiny={page.tiny} readers={readers} open />
        <FaultBanner error={beyondFields(error)} />
        <div className="flex flex-wrap items-center gap-4">
          <Button type="submit" size="large" pending={pending}>
            {words("submit")}
          </Button>
          <p className="text-14 text-ink-soft">{words("quiet")}</p>
        </div>
      </div>
      <div className="@4xl:sticky @4xl:top-6">
        <Preview
          strategy={page}
          fields={form.watch()}
          partners={page.partners}
          locales={page.locales}
          therapist={viewer.displayName}
          today={viewer.today}
          appointments={page.appointments}
          openUntil={begun ? daysOn(page.nextOn, -1) : undefined}
        />
      </div>
    </form>
  );
}

function WhoKnows({ page, form }: { page: EditPage; form: AssignFormState }) {
  const words = useTranslations("assigning.edit");
  const asked = page.partners.find(({ personId }) => page.personIds.includes(personId));
  const other = page.partners.find(({ personId }) => !page.personIds.includes(personId));
  if (!asked || !other) return null;
  if (page.fields.knownToBoth) return <p className="text-15 text-ink-soft">{words("known", { other: other.name })}</p>;
  return (
    <div className="grid gap-2">
      <Known form={form} name={asked.name} other={other.name} />
      <p className="text-14 text-ink-soft">{words("knownWidens", { name: asked.name, other: other.name })}</p>
    </div>
  );
}
