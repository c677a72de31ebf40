import clsx from "clsx";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useInvitationWords } from "@/components/invitations/invitation-words";
import { ManageInvitations } from "@/components/invitations/manage-invitations";
import { Chip } from "@/components/ui/chip";
import { PartnerPair } from "@/components/ui/partner";
import type { CouplesList as List } from "@/server/features/couples/schema";
import type { StaffViewer } from "@/server/features/people/schema";
import { useComing } from "../moment";
import { coupleName, namesInWords, namesOf } from "../people";
import { owns, places } from "../places";

type Row = List["couples"][number];
const names = ["couple", "state", "joined", "clinicians", "next"] as const;

/** The practice's couples without anything they write or answer: a line each where there is room, else a card. */
export function CouplesList({ couples, viewer }: List) {
  const words = useTranslations("staff.couples");
  return (
    <section className="overflow-hidden rounded-l border border-line bg-surface shadow-card">
      <h2 className="sr-only">{words("caption")}</h2>
      <div
        aria-hidden
        className={clsx(
          columns,
          "hidden h-10.5 border-line border-b px-5 font-medium text-13 text-ink-faint @4xl:grid",
        )}
      >
        {names.map((name) => (
          <span key={name}>{words(`column.${name}`)}</span>
        ))}
      </div>
      <ul className="divide-y divide-line">
        {couples.map((couple) => (
          <li key={couple.coupleId} className="[contain-intrinsic-size:auto_4.5rem] [content-visibility:auto]">
            <CoupleRow couple={couple} viewer={viewer} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function CoupleRow({ couple, viewer }: { couple: Row; viewer: StaffViewer }) {
  const words = useTranslations("staff");
  const format = useFormatter();
  const coming = useComing();
  const { one, two } = namesOf(couple.partners);
  return (
    <div className={clsx("grid min-h-18 px-4 py-3.5 text-14 @4xl:px-5 @4xl:py-2.5", columns)}>
      <h3 className="col-span-2 flex items-center gap-2.5 font-semibold text-15 @4xl:col-span-1">
        <PartnerPair one={one} two={two} />
        {coupleName(format, { one, two })}
      </h3>
      <Cell name="state">
        <Chip tone={couple.state === "ACTIVE" ? "primary" : "quiet"}>{words(`state.${couple.state}`)}</Chip>
      </Cell>
      <Cell name="joined">
        <Joined couple={couple} viewer={viewer} />
      </Cell>
      <Cell name="clinicians">
        <Clinicians couple={couple} viewer={viewer} />
      </Cell>
      <Cell name="next">
        <Link
          href={places.appointments(viewer.practiceId, couple.coupleId)}
          prefetch={false}
          className="figures inline-flex min-h-6 items-center text-ink underline-offset-4 hover:underline"
        >
          {couple.nextAppointment ? coming(couple.nextAppointment, viewer) : words("caseload.noAppointment")}
          <span className="sr-only">
            {" "}
            {words("couples.appointmentsOf", { names: coupleName(format, { one, two }) })}
          </span>
        </Link>
      </Cell>
    </div>
  );
}

/** Who treats the couple; for owners a way to who can read it, and to emergency access where nobody can. */
function Clinicians({ couple, viewer }: { couple: Row; viewer: StaffViewer }) {
  const words = useTranslations("people.couplesList");
  const names = couple.nobody ? (
    <Chip tone="attention">{words("nobody")}</Chip>
  ) : (
    <span>{couple.clinicians.join(", ")}</span>
  );
  if (!owns(viewer)) return names;
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      {names}
      <Link
        href={places.access(viewer.practiceId, couple.coupleId)}
        prefetch={false}
        className="inline-flex min-h-6 items-center font-medium text-13 text-primary underline-offset-4 hover:underline"
      >
        {words(couple.nobody ? "manage" : "who")}
        <span className="sr-only">
          {" "}
          {namesOf(couple.partners).one} {namesOf(couple.partners).two}
        </span>
      </Link>
    </span>
  );
}

function Cell({ name, children }: { name: (typeof names)[number]; children: ReactNode }) {
  const words = useTranslations("staff.couples.column");
  return (
    <div className="min-w-0 text-ink-soft">
      <span className="block text-13 text-ink-faint @4xl:sr-only">{words(name)}</span>
      {children}
    </div>
  );
}

/** Where each stands in words, and what can be done while somebody is awaited. */
function Joined({ couple, viewer }: { couple: Row; viewer: StaffViewer }) {
  const words = useTranslations("staff");
  const format = useFormatter();
  const line = useInvitationWords();
  const waiting = couple.partners.filter((partner) => !partner.joined);
  const { one, two } = namesOf(couple.partners);
  if (waiting.length === 0 && two) return words("couples.joined");
  return (
    <>
      {waiting.length === 0 && words("couples.oneJoined")}
      {waiting.map(({ personId, name, invitation }) => (
        <span key={personId} className="block">
          {line(name, invitation, viewer)}
        </span>
      ))}
      {couple.state !== "ENDED" && (
        <ManageInvitations
          practiceId={viewer.practiceId}
          coupleId={couple.coupleId}
          names={namesInWords(format, one, two)}
        />
      )}
    </>
  );
}

const columns =
  "grid-cols-2 items-center gap-x-4 gap-y-3 @4xl:grid-cols-[minmax(10rem,1.2fr)_6.5rem_minmax(0,1fr)_minmax(0,1.4fr)_8.5rem]";
