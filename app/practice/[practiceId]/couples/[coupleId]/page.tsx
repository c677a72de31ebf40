import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SafeContacts } from "@/components/invitations/safe-contacts";
import { CheckInsSection } from "@/components/staff/couple/check-ins-section";
import { CoupleHeader } from "@/components/staff/couple/couple-header";
import { Elsewhere } from "@/components/staff/couple/elsewhere";
import { HelpBackSection } from "@/components/staff/couple/help-back-section";
import { HomeworkSection } from "@/components/staff/couple/homework-section";
import { PulseSection } from "@/components/staff/couple/pulse-section";
import { SinceSection } from "@/components/staff/couple/since-section";
import { ToldSection } from "@/components/staff/couple/told-section";
import { JointWork } from "@/components/staff/joint-work/joint-work";
import { ProgramLine } from "@/components/staff/programs/program-line";
import { ClientMessages } from "@/components/ui/client-messages";
import { loadPage, serverApi } from "@/server/trpc/server";

type CoupleRouteProps = { params: Promise<{ practiceId: string; coupleId: string }> };

/** The page's name; it never holds the couple's, since titles end in browser histories. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staff.couple"))("title") };
}

/** One screen before the next appointment. */
export default async function CoupleRoute({ params }: CoupleRouteProps) {
  const { practiceId, coupleId } = await params;
  const api = await serverApi();
  const page = await loadPage(() => api.couples.page({ practiceId, coupleId }));
  return (
    <>
      <CoupleHeader page={page} />
      {page.couple.state !== "ENDED" && (
        <ClientMessages names={["jointWork", "errors"]}>
          <div className="-mt-2 mb-4">
            <JointWork viewer={page.viewer} coupleId={coupleId} safety={page.safety} />
            <ProgramLine page={page} />
          </div>
        </ClientMessages>
      )}
      {page.elsewhere.places.length > 0 && (
        <ClientMessages names={["licences", "errors"]}>
          <Elsewhere couple={page.couple} elsewhere={page.elsewhere} viewer={page.viewer} />
        </ClientMessages>
      )}
      <div className="grid items-start gap-4.5 @4xl:grid-cols-[minmax(0,1fr)_minmax(20rem,0.55fr)]">
        <div className="@4xl:col-start-2 @4xl:row-start-1 grid gap-4.5">
          <SinceSection page={page} />
          <CheckInsSection page={page} />
          <ToldSection page={page} />
        </div>
        <div className="@container grid gap-4.5">
          <PulseSection page={page} />
          <ClientMessages names={["staff", "errors", "assigning"]}>
            <HomeworkSection page={page} />
          </ClientMessages>
          <SafeContacts
            practiceId={practiceId}
            coupleId={coupleId}
            partners={page.couple.partners}
            clock={page.viewer}
          />
          <HelpBackSection page={page} />
        </div>
      </div>
    </>
  );
}
