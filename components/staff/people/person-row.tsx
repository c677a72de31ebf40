import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { Chip } from "@/components/ui/chip";
import { LinkButton } from "@/components/ui/link-button";
import type { PeoplePage, StaffPerson } from "@/server/features/staff/schema";
import { useFullDay } from "../moment";
import { places } from "../places";
import { RolesDialog } from "./roles-dialog";
import { SelfDialog } from "./self-dialog";

/** One colleague: name, roles, since when, and what may be done about it. */
export function PersonRow({ person, page }: { person: StaffPerson; page: PeoplePage }) {
  const words = useTranslations("people");
  const day = useFullDay();
  const { practiceId } = page.viewer;
  const earliest = person.roles.map((one) => one.since).sort()[0] ?? person.since;
  return (
    <div className="grid gap-3 px-4 py-4 @4xl:grid-cols-[minmax(14rem,1fr)_minmax(0,1.4fr)_10.5rem] @4xl:items-center @4xl:gap-6 @4xl:px-5">
      <div className="flex items-center gap-3">
        <Avatar name={person.name} />
        <div className="min-w-0">
          <h3 className="font-semibold text-15 leading-snug">
            {person.name} {person.self && <span className="font-normal text-ink-soft">{words("you")}</span>}
          </h3>
          {person.pronouns && <p className="text-13 text-ink-soft">{person.pronouns}</p>}
        </div>
      </div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-13 text-ink-soft">
        <span className="flex flex-wrap gap-1.5">
          {person.roles.map(({ role }) => (
            <Chip key={role} tone={role === "OWNER" ? "primary" : "quiet"}>
              {words(`role.${role}`)}
            </Chip>
          ))}
        </span>
        <span>{words("since", { date: day(earliest) })}</span>
        {person.couples > 0 && <span>{words("couples", { count: person.couples })}</span>}
      </div>
      <div className="-mx-3 flex flex-wrap @4xl:justify-end">
        {person.self && <SelfDialog practiceId={practiceId} person={person} />}
        {page.mayChange && <RolesDialog practiceId={practiceId} person={person} />}
        {page.mayChange && !person.self && (
          <LinkButton
            href={places.leave(practiceId, person.personId)}
            prefetch={false}
            variant="quiet"
            size="small"
            aria-label={words("removeLabel", { name: person.name })}
          >
            {words("remove")}
          </LinkButton>
        )}
      </div>
    </div>
  );
}
