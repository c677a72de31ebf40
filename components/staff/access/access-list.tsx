import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import { Chip } from "@/components/ui/chip";
import type { AccessPage, AccessRow } from "@/server/features/clinicians/schema";
import { useFullDay } from "../moment";
import { EndAccess } from "./end-access";

/** Stretches of access, each with what it is, from when until when, and who gave it. */
export function AccessList({ rows, page }: { rows: readonly AccessRow[]; page: AccessPage }) {
  return (
    <ul className="-my-1 divide-y divide-line">
      {rows.map((row) => (
        <li key={row.coupleClinicianId} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3.5">
          <Avatar name={row.name} />
          <div className="min-w-52 grow basis-0">
            <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1 font-semibold text-15">
              <Name row={row} />
              <Role row={row} />
            </p>
            <p className="text-13 text-ink-soft">
              <Span row={row} />
            </p>
          </div>
          {row.mayEnd && (
            <EndAccess
              practiceId={page.viewer.practiceId}
              coupleId={page.couple.coupleId}
              row={row}
              reads={page.reads}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

function Name({ row }: { row: AccessRow }) {
  const words = useTranslations("people");
  return (
    <span>
      {row.name} {row.self && <span className="font-normal text-ink-soft">{words("you")}</span>}
    </span>
  );
}

function Role({ row }: { row: AccessRow }) {
  const words = useTranslations("people.access");
  if (row.emergency) return <Chip tone="attention">{words("role.EMERGENCY")}</Chip>;
  return <Chip tone={row.role === "PRIMARY" ? "primary" : "quiet"}>{words(`role.${row.role}`)}</Chip>;
}

/** When, by whom and why, as one sentence after another. */
function Span({ row }: { row: AccessRow }) {
  const words = useTranslations("people.access");
  const day = useFullDay();
  const span = row.until
    ? words("fromTo", { from: day(row.from), until: day(row.until) })
    : words("since", { from: day(row.from) });
  const parts = [
    span,
    row.addedBy && words("addedBy", { name: row.addedBy }),
    row.absence && words("forAbsence"),
    row.emergency && words(`reason.${row.emergency}`),
    row.endedBy && words("endedBy", { name: row.endedBy }),
  ];
  return parts.filter(Boolean).join(" · ");
}
