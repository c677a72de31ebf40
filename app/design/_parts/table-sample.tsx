import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { Dots } from "@/components/ui/dots";
import { PageHeader } from "@/components/ui/page-header";
import { CoupleName, PartnerPair } from "@/components/ui/partner";
import { Sparkline } from "@/components/ui/sparkline";
import { Table, Td, Th, Tr } from "@/components/ui/table";
import { Tabs } from "@/components/ui/tabs";
import { Part } from "./part";

/** A page's head, its views and a dense, quiet table. */
export function TableSample({ theme }: { theme: string }) {
  const words = useTranslations("design.sample");
  return (
    <Part name="table">
      <PageHeader
        crumb={{ href: "/design", label: words("caseload") }}
        title={<CoupleName one="Alex" two="Sam" and={words("and")} sign={words("sign")} />}
        text={words("crumbText")}
        actions={<Button>{words("primary")}</Button>}
      />
      <Tabs
        label={`${words("views")} (${theme})`}
        items={[
          { href: "/design", label: words("all"), count: 24, current: true },
          { href: "/design?view=attention", label: words("attention"), count: 3 },
        ]}
      />
      <Table caption={words("caseload")}>
        <thead>
          <tr>
            <Th>{words("couple")}</Th>
            <Th>{words("why")}</Th>
            <Th>{words("pulse")}</Th>
            <Th>{words("weeks")}</Th>
            <Th>{words("next")}</Th>
          </tr>
        </thead>
        <tbody>
          <Row attention one="Alex" two="Sam" />
          <Row one="Noor" two="Ines" />
        </tbody>
      </Table>
    </Part>
  );
}

function Row({ one, two, attention }: { one: string; two: string; attention?: boolean }) {
  const words = useTranslations("design.sample");
  return (
    <Tr attention={attention}>
      <Td>
        <span className="flex items-center gap-3 whitespace-nowrap font-semibold">
          <PartnerPair one={one} two={two} />
          <a href="/design" className="underline-offset-4 hover:underline">
            {one} &amp; {two}
          </a>
        </span>
      </Td>
      <Td>
        <Chip tone={attention ? "attention" : "warm"}>{words(attention ? "fell" : "silent")}</Chip>
      </Td>
      <Td>
        <Sparkline
          one={attention ? [6, 6, 7, 6, 5, 5, 4, 3] : [5, 5, 6, 6, 6, 5, 5, 5]}
          two={attention ? [6, 7, 7, 7, 7, 6, 7, 7] : [4, 5, 5, 5, 5, 6, 6, 5]}
          label={words(attention ? "pulseSentence" : "pulseCalm")}
        />
      </Td>
      <Td>
        <span className="grid gap-1.5">
          <Dots label={one} results={["done", "done", "partly", "done", "not", "none"]} />
          <Dots label={two} results={["done", "partly", "done", "done", "done", "none"]} />
        </span>
      </Td>
      <Td className="figures whitespace-nowrap text-ink-soft">{words(attention ? "tuesday" : "wednesday")}</Td>
    </Tr>
  );
}
