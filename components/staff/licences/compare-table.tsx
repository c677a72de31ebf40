"use client";

import { CircleCheck, CircleX } from "lucide-react";
import { useTranslations } from "next-intl";
import type { LicenceCard, Mismatch } from "@/server/features/licences/schema";
import { useFullDate, usePlaceName } from "./words";

interface Row {
  what: "name" | "profession" | "number" | "place";
  typed: string;
  found: string;
  differs: boolean;
}

function useRows(licence: LicenceCard): Row[] {
  const words = useTranslations("licences");
  const placeName = usePlaceName();
  const { registryFacts: facts, mismatches, jurisdiction } = licence;
  if (!facts) return [];
  const here = facts.taxonomies.filter((one) => one.state && `US-${one.state}` === jurisdiction);
  const told = here.length > 0 ? here : facts.taxonomies;
  const list = (values: (string | null)[]) =>
    [...new Set(values.filter(Boolean))].join(", ") || words("compare.nothing");
  const differs = (...names: Mismatch[]) => names.some((name) => mismatches.includes(name));
  const states = facts.taxonomies.map((one) => one.state && placeName(`US-${one.state}`));
  return [
    { what: "name", typed: licence.name, found: facts.name, differs: differs("NAME", "ORGANISATION", "INACTIVE") },
    {
      what: "profession",
      typed: words(`kind.${licence.kind}`),
      found: list(told.map((one) => one.name)),
      differs: differs("TAXONOMY"),
    },
    { what: "number", typed: licence.number, found: list(told.map((one) => one.number)), differs: differs("NUMBER") },
    { what: "place", typed: placeName(jurisdiction), found: list(states), differs: differs("STATE") },
  ];
}

/** What was typed beside what the registry holds, line by line; a difference in words and not by colour alone. */
export function CompareTable({ licence }: { licence: LicenceCard }) {
  const words = useTranslations("licences.compare");
  const fullDate = useFullDate();
  const rows = useRows(licence);
  const [what, typed, registry] = [words("what"), words("typed"), words("registry")];
  const plain = [
    { what: words("number"), value: licence.number },
    { what: words("expiry"), value: fullDate(licence.expiresOn) },
  ];
  if (rows.length === 0)
    return (
      <dl className="flex flex-wrap gap-x-8 gap-y-3 text-14">
        {plain.map((one) => (
          <div key={one.what}>
            <dt className="text-13 text-ink-faint">{one.what}</dt>
            <dd className="figures">{one.value}</dd>
          </div>
        ))}
      </dl>
    );
  return (
    <div className="overflow-hidden rounded-m border border-line">
      <table className="w-full table-fixed border-collapse text-left text-14 [overflow-wrap:anywhere]">
        <caption className="sr-only">{words("caption")}</caption>
        <thead className="bg-sunken text-13 text-ink-faint">
          <tr>
            {[what, typed, registry].map((head) => (
              <th key={head} scope="col" className="px-2.5 py-2 sm:px-3.5 font-medium">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <CompareRow key={row.what} row={row} />
          ))}
          <tr className="border-line border-t">
            <th scope="row" className="px-2.5 py-2 sm:px-3.5 font-normal text-ink-soft">
              {words("expiry")}
            </th>
            <td className="px-2.5 py-2 sm:px-3.5">{fullDate(licence.expiresOn)}</td>
            <td className="px-2.5 py-2 sm:px-3.5 text-ink-faint">{words("nothing")}</td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}

function CompareRow({ row }: { row: Row }) {
  const words = useTranslations("licences.compare");
  const Icon = row.differs ? CircleX : CircleCheck;
  return (
    <tr className="border-line border-t align-top">
      <th scope="row" className="px-2.5 py-2 sm:px-3.5 font-normal text-ink-soft">
        {words(row.what)}
      </th>
      <td className="px-2.5 py-2 sm:px-3.5">{row.typed}</td>
      <td className="px-2.5 py-2 sm:px-3.5">
        <span className="flex items-start gap-2">
          <Icon
            role="img"
            aria-label={words(row.differs ? "differs" : "same")}
            size={16}
            className={row.differs ? "mt-0.5 shrink-0 text-attention-ink" : "mt-0.5 shrink-0 text-positive"}
          />
          <span className={row.differs ? "font-semibold text-attention-ink" : undefined}>{row.found}</span>
        </span>
      </td>
    </tr>
  );
}
