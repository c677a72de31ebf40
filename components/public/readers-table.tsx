import { Check, Minus } from "lucide-react";
import { useTranslations } from "next-intl";
import { VisibilityLabel } from "@/components/ui/visibility-label";

const rows = [
  { visibility: "PRIVATE", therapist: false, partner: false },
  { visibility: "THERAPIST", therapist: true, partner: false },
  { visibility: "SHARED", therapist: true, partner: true },
] as const;

/** Who can read a text, by what its author chose: a table with words behind each mark. */
export function ReadersTable() {
  const words = useTranslations("public.readers");
  const heading = "px-1 pb-3 text-center sm:px-2 font-medium text-13 text-ink-soft align-bottom";
  return (
    <table className="w-full border-collapse text-left">
      <caption className="sr-only">{words("caption")}</caption>
      <thead>
        <tr>
          <th scope="col" className="pb-3 font-medium text-13 text-ink-soft align-bottom">
            {words("choice")}
          </th>
          <th scope="col" className={heading}>
            {words("author")}
          </th>
          <th scope="col" className={heading}>
            {words("therapist")}
          </th>
          <th scope="col" className={heading}>
            {words("partner")}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.visibility} className="border-line border-t">
            <th scope="row" className="py-4 pr-2 font-medium">
              <VisibilityLabel visibility={row.visibility} className="text-15 text-ink max-xs:[&_svg]:hidden" />
            </th>
            <Mark reads />
            <Mark reads={row.therapist} />
            <Mark reads={row.partner} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Mark({ reads }: { reads: boolean }) {
  const words = useTranslations("public.readers");
  const Icon = reads ? Check : Minus;
  return (
    <td className="px-1 text-center sm:px-2">
      <span
        className={
          reads
            ? "inline-grid size-6.5 place-items-center rounded-full bg-primary-wash text-primary"
            : "inline-grid size-6.5 place-items-center text-ink-faint"
        }
      >
        <Icon aria-hidden size={15} strokeWidth={2.4} />
        <span className="sr-only">{words(reads ? "yes" : "no")}</span>
      </span>
    </td>
  );
}
