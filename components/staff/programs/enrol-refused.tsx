import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/link-button";
import type { EnrolForm } from "@/server/features/programs/schema";
import { places } from "../places";

/** Why no program can begin now, and the way on. */
export function EnrolRefused({ page }: { page: EnrolForm }) {
  const words = useTranslations("programs.enrol");
  const licences = useTranslations("staff.nav");
  const { practiceId } = page.viewer;
  if (page.running !== null)
    return (
      <Banner
        action={
          <LinkButton href={places.coupleProgram(practiceId, page.coupleId)} prefetch={false} size="small">
            {words("seeRunning")}
          </LinkButton>
        }
      >
        {words("running", { title: page.running })}
      </Banner>
    );
  if (page.state !== "ACTIVE") return <Banner>{words("notActive")}</Banner>;
  if (page.partners.length < 2) return <Banner>{words("onePartner")}</Banner>;
  if (page.licensed) return <Banner>{words("none")}</Banner>;
  return (
    <Banner
      action={
        <LinkButton href={places.licences(practiceId)} prefetch={false} size="small">
          {licences("licences")}
        </LinkButton>
      }
    >
      {words("noLicence")}
    </Banner>
  );
}
