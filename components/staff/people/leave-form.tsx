"use client";

import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { useFieldWords } from "@/components/session/error-words";
import { trpc } from "@/components/trpc/client";
import { Button } from "@/components/ui/button";
import { SectionCard } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { LinkButton } from "@/components/ui/link-button";
import { RadioCards } from "@/components/ui/radio-cards";
import { Select } from "@/components/ui/select";
import { useToast } from "@/components/ui/toast";
import type { LeaveForm as LeavePage, Leaving } from "@/server/features/staff/schema";
import { FaultBanner } from "../fault-banner";
import { coupleName, namesOf } from "../people";
import { places } from "../places";

const nobody = "nobody";
type Choices = Record<string, string>;

/** Letting somebody go: from treating or from the practice, after saying for each couple who takes over. */
export function LeaveForm({ page, first }: { page: LeavePage; first: Leaving }) {
  const words = useTranslations("people.leave");
  const { practiceId } = page.viewer;
  const { name, roles, personId } = page.person;
  const treats = roles.some(({ role }) => role === "THERAPIST");
  const onlyTreats = treats && roles.length === 1;
  const [leaving, setLeaving] = useState<Leaving>(first);
  const [choices, setChoices] = useState<Choices>({});
  const [tried, setTried] = useState(false);
  const leave = useLeave(page);
  const open = page.couples.filter(({ coupleId }) => !choices[coupleId]);
  const send = () => {
    setTried(true);
    if (open.length > 0) return;
    const handovers = page.couples.map(({ coupleId }) => {
      const to = choices[coupleId];
      return { coupleId, personId: to && to !== nobody ? to : null };
    });
    leave.mutate({ practiceId, personId, leaving, handovers });
  };
  return (
    <div className="grid max-w-3xl gap-5">
      {treats && !onlyTreats && (
        <RadioCards
          name="leaving"
          legend={words("what")}
          value={leaving}
          onValueChange={setLeaving}
          options={(["THERAPIST", "PRACTICE"] as const).map((value) => ({
            value,
            label: words(`option.${value}`, { name }),
            text: words(`optionText.${value}`),
            disabled: value === "PRACTICE" && page.person.self,
          }))}
        />
      )}
      <Couples page={page} choices={choices} onChange={setChoices} tried={tried} />
      <FaultBanner error={leave.error} />
      <div className="flex flex-wrap items-center gap-3">
        <Button variant="danger" pending={leave.isPending || leave.isSuccess} onClick={send}>
          {words(`confirm.${leaving}`, { name })}
        </Button>
        <LinkButton href={places.people(practiceId)} prefetch={false} variant="quiet">
          {words("stay")}
        </LinkButton>
      </div>
      <p className="text-14 text-ink-soft">{words("after")}</p>
    </div>
  );
}

function useLeave(page: LeavePage) {
  const words = useTranslations("people.leave");
  const router = useRouter();
  const toast = useToast();
  return trpc.staff.leave.useMutation({
    onSuccess: (_, { leaving }) => {
      toast({ text: words(`done.${leaving}`, { name: page.person.name }) });
      router.push(places.people(page.viewer.practiceId));
      router.refresh();
    },
  });
}

type CouplesProps = { page: LeavePage; choices: Choices; onChange: (next: Choices) => void; tried: boolean };

function Couples({ page, choices, onChange, tried }: CouplesProps) {
  const words = useTranslations("people.leave");
  const field = useFieldWords();
  const all = (to: string) => onChange(Object.fromEntries(page.couples.map(({ coupleId }) => [coupleId, to])));
  if (page.couples.length === 0) return <p className="text-15 text-ink-soft">{words("noCouples")}</p>;
  return (
    <SectionCard title={words("couples", { count: page.couples.length })} text={words("couplesText")}>
      {page.couples.length > 1 && (
        <Field label={words("everyone")} className="border-line border-b pb-4">
          {(control) => (
            <Select {...control} value="" onChange={(event) => all(event.target.value)}>
              <option value="">{words("oneByOne")}</option>
              <Successors page={page} />
            </Select>
          )}
        </Field>
      )}
      <ul className="divide-y divide-line">
        {page.couples.map((couple) => (
          <li key={couple.coupleId} className="py-4">
            <Field
              label={<CoupleLabel couple={couple} />}
              error={tried && !choices[couple.coupleId] ? field("chooseWho") : undefined}
            >
              {(control) => (
                <Select
                  {...control}
                  value={choices[couple.coupleId] ?? ""}
                  onChange={(event) => onChange({ ...choices, [couple.coupleId]: event.target.value })}
                >
                  <option value="">{words("choose")}</option>
                  <Successors page={page} />
                </Select>
              )}
            </Field>
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}

function CoupleLabel({ couple }: { couple: LeavePage["couples"][number] }) {
  const words = useTranslations();
  const format = useFormatter();
  const { one, two } = namesOf(couple.partners);
  return (
    <>
      {coupleName(format, { one, two })}
      <span className="ml-2 font-normal text-13 text-ink-soft">
        {couple.state !== "ACTIVE" && `${words(`staff.state.${couple.state}`)} `}
        {couple.others.length > 0 && words("people.leave.others", { names: couple.others.join(", ") })}
      </span>
    </>
  );
}

function Successors({ page }: { page: LeavePage }) {
  const words = useTranslations("people.leave");
  return (
    <>
      {page.therapists.map(({ personId, name }) => (
        <option key={personId} value={personId}>
          {name}
        </option>
      ))}
      <option value={nobody}>{words("nobody")}</option>
    </>
  );
}
