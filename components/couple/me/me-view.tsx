import { Heart, KeyRound, LifeBuoy, Mail, Signpost } from "lucide-react";
import { useTranslations } from "next-intl";
import { AboutSection } from "@/components/joining/about-section";
import { SwitchPlace } from "@/components/places/switch-place";
import { ThemeSwitch } from "@/components/ui/theme-switch";
import type { MePage } from "@/server/features/reminders/schema";
import { PageTitle } from "../page-title";
import { LinkRow } from "../rows";
import { History } from "./history";
import { ReadersSection } from "./readers";
import { SignOut } from "./sign-out";

/** Me: my pulse, what I wrote, this device. Only its owner sees this page. */
export function MeView({ page }: { page: MePage }) {
  const words = useTranslations("couple.me");
  const theme = useTranslations("common.theme");
  const elsewhere = useTranslations("transfers.me");
  const reminders = useTranslations("reminders.me");
  const base = `/couple/${page.viewer.coupleId}`;
  return (
    <>
      <PageTitle title={words("title")} />
      <ul className="-mt-3 border-line border-y">
        {/* First, and there for everyone at all times: it tells nobody that somebody has written. */}
        <LinkRow
          href={`${base}/help`}
          mark={<LifeBuoy aria-hidden size={20} strokeWidth={1.9} className="text-primary" />}
          title={words("help")}
          text={words("helpText")}
        />
        <LinkRow
          href={`${base}/pulse`}
          mark={<Heart aria-hidden size={20} strokeWidth={1.9} className="text-primary" />}
          title={words("pulse")}
          text={words("pulseText")}
        />
        <LinkRow
          href={`${base}/reminders`}
          mark={<Mail aria-hidden size={20} strokeWidth={1.9} className="text-primary" />}
          title={reminders("line")}
          text={reminders("lineText")}
        />
        <LinkRow
          href={`/account?next=${encodeURIComponent(`${base}/me`)}`}
          mark={<KeyRound aria-hidden size={20} strokeWidth={1.9} className="text-primary" />}
          title={words("account")}
          text={words("accountText")}
        />
        {/* There for everyone at all times: it tells nobody that something is asked. */}
        <LinkRow
          href={`${base}/transfer`}
          mark={<Signpost aria-hidden size={20} strokeWidth={1.9} className="text-primary" />}
          title={elsewhere("line")}
          text={elsewhere("lineText")}
        />
      </ul>
      <div className="mt-9 grid gap-12">
        <History page={page} />
        <ReadersSection readers={page.readers} />
        <AboutSection coupleId={page.viewer.coupleId} timeZone={page.viewer.timeZone} />
        <section>
          <h2 className="display text-24">{words("look")}</h2>
          <div className="mt-3 flex items-center justify-between gap-4">
            <span>{theme("label")}</span>
            <ThemeSwitch />
          </div>
          <SwitchPlace coupleId={page.viewer.coupleId} />
          <SignOut />
        </section>
      </div>
    </>
  );
}
