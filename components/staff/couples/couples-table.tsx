import { useTranslations } from "next-intl";
import { Chip } from "@/components/ui/chip";
import { PartnerPair } from "@/components/ui/partner";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import type { CouplesList } from "@/server/features/couples/schema";
import type { StaffViewer } from "@/server/features/people/schema";
import { useComing } from "../moment";
import { namesOf } from "../people";

type Row = CouplesList["couples"][number];

/** The practice's couples without anything they write or answer. */
export function CouplesTable({ couples, viewer }: CouplesList) {
  const words = useTranslations("staff.couples");
  return (
    <Table caption={words("caption")}>
      <thead>
        <tr>
          {(["couple", "state", "joined", "clinicians", "next"] as const).map((column) => (
            <Th key={column}>{words(`column.${column}`)}</Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {couples.map((couple) => (
          <CoupleRow key={couple.coupleId} couple={couple} viewer={viewer} />
        ))}
      </tbody>
    </Table>
  );
}

function CoupleRow({ couple, viewer }: { couple: Row; viewer: StaffViewer }) {
  const words = useTranslations("staff");
  const coming = useComing();
  const { one, two } = namesOf(couple.partners);
  return (
    <Tr>
      <th scope="row" className="py-2.5 pr-3 pl-5 font-semibold">
        <span className="flex items-center gap-2.5 whitespace-nowrap">
          <PartnerPair one={one} two={two} />
          {two ? words("pair", { one, two }) : one}
        </span>
      </th>
      <Td>
        <Chip tone={couple.state === "ACTIVE" ? "primary" : "quiet"}>{words(`state.${couple.state}`)}</Chip>
      </Td>
      <Td className="whitespace-nowrap text-ink-soft">
        <Joined couple={couple} />
      </Td>
      <Td>{couple.clinicians.length > 0 ? couple.clinicians.join(", ") : words("couples.noClinician")}</Td>
      <Td className="figures whitespace-nowrap text-ink-soft">
        {couple.nextAppointment ? coming(couple.nextAppointment, viewer) : words("caseload.noAppointment")}
      </Td>
    </Tr>
  );
}

function Joined({ couple }: { couple: Row }) {
  const words = useTranslations("staff");
  const waiting = couple.partners.filter((partner) => !partner.joined).map((partner) => partner.name);
  const [one, two] = waiting;
  if (!one) return words("couples.joined");
  return words("couples.waiting", { names: two ? words("bothNames", { one, two }) : one });
}
