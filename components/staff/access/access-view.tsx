import { useFormatter, useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { SectionCard } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import type { AccessPage } from "@/server/features/clinicians/schema";
import { coupleName, namesOf } from "../people";
import { places } from "../places";
import { AccessList } from "./access-list";
import { AddDialog } from "./add-dialog";
import { EmergencyForm } from "./emergency-form";
import { TransferDialog } from "./transfer-dialog";

/** Who may read a couple, did, and will: for its clinicians, who change it, and for owners, who do not. */
export function AccessView({ page }: { page: AccessPage }) {
  const words = useTranslations("people.access");
  const { practiceId } = page.viewer;
  const { coupleId } = page.couple;
  return (
    <div className="max-w-4xl">
      <AccessHeader page={page} />
      {page.nobody && (
        <Banner tone="attention" title={words("nobody.title")} className="mb-5">
          {words(page.mayOpen ? "nobody.owner" : "nobody.text")}
        </Banner>
      )}
      {page.reads && !page.manages && <Banner className="mb-5">{words("coverOnly")}</Banner>}
      <div className="grid gap-5">
        {page.now.length > 0 && (
          <SectionCard title={words("now")} text={words("nowText")}>
            <AccessList rows={page.now} page={page} />
          </SectionCard>
        )}
        {page.mayOpen && (
          <EmergencyForm
            {...{ practiceId, coupleId }}
            couple={namesOf(page.couple.partners)}
            therapists={page.therapists}
          />
        )}
        {page.planned.length > 0 && (
          <SectionCard title={words("planned")}>
            <AccessList rows={page.planned} page={page} />
          </SectionCard>
        )}
        {page.earlier.length > 0 && (
          <SectionCard title={words("earlier")} text={words("earlierText")}>
            <AccessList rows={page.earlier} page={page} />
          </SectionCard>
        )}
        {page.reads && <ElsewhereLink practiceId={practiceId} coupleId={coupleId} />}
      </div>
    </div>
  );
}

/** The way to handing the couple over to another practice. */
function ElsewhereLink({ practiceId, coupleId }: { practiceId: string; coupleId: string }) {
  const words = useTranslations("transfers.link");
  return (
    <SectionCard title={words("title")} text={words("text")}>
      <LinkButton href={places.transfer(practiceId, coupleId)} prefetch={false} variant="ghost">
        {words("open")}
      </LinkButton>
    </SectionCard>
  );
}

function AccessHeader({ page }: { page: AccessPage }) {
  const words = useTranslations();
  const format = useFormatter();
  const { practiceId } = page.viewer;
  const { coupleId, partners } = page.couple;
  const { one, two } = namesOf(partners);
  const names = coupleName(format, { one, two });
  const crumb = page.reads
    ? { href: places.couple(practiceId, coupleId), label: names }
    : { href: places.couples(practiceId), label: words("staff.couples.title") };
  const props = { page, key: coupleId };
  return (
    <PageHeader
      crumb={crumb}
      title={page.reads ? words("people.access.title") : words("people.access.titleOf", { names })}
      text={<span className="measure block">{words("people.access.text")}</span>}
      actions={
        page.manages && (
          <>
            <TransferDialog {...props} />
            <AddDialog {...props} />
          </>
        )
      }
    />
  );
}
