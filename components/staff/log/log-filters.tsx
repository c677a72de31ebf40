import { useFormatter, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { LinkButton } from "@/components/ui/link-button";
import { Select } from "@/components/ui/select";
import {
  categorySchema,
  type LogFilters as Filters,
  type LogPage,
  outcomeSchema,
} from "@/server/features/audit/schema";
import { coupleName, namesOf } from "../people";

type LogFiltersProps = {
  filters: Filters;
  people: LogPage["people"];
  /** Absent where the page is about one couple. */
  couples?: LogPage["couples"];
  /** Today in the viewer's zone: nothing later can be asked for. */
  today: string;
  path: string;
};

/** Narrows the log by an ordinary form: it works without scripts, and its address can be kept. */
export function LogFilters({ filters, people, couples, today, path }: LogFiltersProps) {
  const words = useTranslations("log");
  const narrowed = Object.keys(filters).length > 0;
  return (
    <form
      key={JSON.stringify(filters)} // other filters, another form: what was chosen before is not kept by its controls
      method="get"
      aria-label={words("filter.label")}
      className="mb-5 grid items-end gap-3 rounded-l border border-line bg-surface p-4 shadow-card @md:grid-cols-2 @4xl:grid-cols-4"
    >
      <PersonField people={people} chosen={filters.personId} />
      {couples && <CoupleField couples={couples} chosen={filters.coupleId} />}
      <Field label={words("filter.category")}>
        {(control) => (
          <Select {...control} name="category" defaultValue={filters.category ?? ""}>
            <option value="">{words("filter.everyCategory")}</option>
            {categorySchema.options.map((category) => (
              <option key={category} value={category}>
                {words(`category.${category}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={words("filter.outcome")}>
        {(control) => (
          <Select {...control} name="outcome" defaultValue={filters.outcome ?? ""}>
            <option value="">{words("filter.everyOutcome")}</option>
            {outcomeSchema.options.map((outcome) => (
              <option key={outcome} value={outcome}>
                {words(`outcome.${outcome}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {(["from", "to"] as const).map((name) => (
        <Field key={name} label={words(`filter.${name}`)}>
          {(control) => <Input {...control} type="date" name={name} max={today} defaultValue={filters[name]} />}
        </Field>
      ))}
      <div className="flex flex-wrap items-center gap-2 @4xl:col-span-2">
        <Button type="submit" variant="ghost">
          {words("filter.apply")}
        </Button>
        {narrowed && (
          <LinkButton href={path} prefetch={false} variant="quiet">
            {words("filter.clear")}
          </LinkButton>
        )}
      </div>
    </form>
  );
}

function PersonField({ people, chosen }: { people: LogPage["people"]; chosen: string | undefined }) {
  const words = useTranslations("log.filter");
  const groups = [
    { label: words("staff"), members: people.filter((one) => one.staff) },
    { label: words("clients"), members: people.filter((one) => !one.staff) },
  ];
  return (
    <Field label={words("person")}>
      {(control) => (
        <Select {...control} name="personId" defaultValue={chosen ?? ""}>
          <option value="">{words("everyone")}</option>
          {groups.map(({ label, members }) => (
            <optgroup key={label} label={label}>
              {members.map((one) => (
                <option key={one.personId} value={one.personId}>
                  {one.name}
                </option>
              ))}
            </optgroup>
          ))}
        </Select>
      )}
    </Field>
  );
}

function CoupleField({ couples, chosen }: { couples: LogPage["couples"]; chosen: string | undefined }) {
  const words = useTranslations("log");
  const format = useFormatter();
  return (
    <Field label={words("filter.couple")}>
      {(control) => (
        <Select {...control} name="coupleId" defaultValue={chosen ?? ""}>
          <option value="">{words("filter.everyCouple")}</option>
          {couples.map(({ coupleId, partners }) => {
            const { one, two } = namesOf(partners);
            return (
              <option key={coupleId} value={coupleId}>
                {coupleName(format, { one, two })}
              </option>
            );
          })}
        </Select>
      )}
    </Field>
  );
}
