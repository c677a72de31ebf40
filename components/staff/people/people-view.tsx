import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PageHeader } from "@/components/ui/page-header";
import type { PeoplePage } from "@/server/features/staff/schema";
import { FormerPeople } from "./former-people";
import { PersonRow } from "./person-row";

type PeopleViewProps = {
  page: PeoplePage;
  /** Below the list: invitations that nobody has taken up yet. */
  invitations?: ReactNode;
};

/** Who works in the practice, as what, and since when. All staff see it; owners act. */
export function PeopleView({ page, invitations }: PeopleViewProps) {
  const words = useTranslations("people");
  return (
    <>
      <PageHeader
        title={words("title")}
        text={<span className="measure block">{words(page.mayChange ? "textOwner" : "text")}</span>}
      />
      <section className="rounded-l border border-line bg-surface shadow-card">
        <h2 className="sr-only">{words("present")}</h2>
        <ul className="divide-y divide-line">
          {page.present.map((person) => (
            <li key={person.personId}>
              <PersonRow person={person} page={page} />
            </li>
          ))}
        </ul>
      </section>
      {invitations && <div className="mt-5">{invitations}</div>}
      {page.former.length > 0 && <FormerPeople people={page.former} />}
    </>
  );
}
