import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AuthFrame, AuthHeading } from "@/components/auth/auth-frame";
import { safeNext } from "@/components/auth/safe-next";
import { QuickExit } from "@/components/safety/quick-exit";
import { raised } from "@/components/unlock/raised";
import { UnlockPage } from "@/components/unlock/unlock-page";
import { loadPage, serverApi } from "@/server/trpc/server";

type UnlockRouteProps = { searchParams: Promise<{ next?: string | string[]; reason?: string | string[] }> };

/** The page's name, kept out of search engines. */
export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("account.unlock");
  return { title: words("page"), robots: { index: false } };
}

/** Proving more than the mailbox, or opening a remembered device again; from there one goes back to where one was. */
export default async function UnlockRoute({ searchParams }: UnlockRouteProps) {
  const { next: asked, reason } = await searchParams;
  const next = safeNext(typeof asked === "string" ? asked : undefined);
  const api = await serverApi();
  const ways = await loadPage(() => api.session.unlockWays());
  if (ways.email === null) {
    redirect(`/sign-in?${reason === "expired" ? "reason=expired&" : ""}next=${encodeURIComponent(next)}`);
  }
  const words = await getTranslations("account.unlock");
  const text = ways.live && reason !== "expired" ? words("text") : words("locked");
  return (
    <AuthFrame names={["couple", "account"]} leave={<QuickExit className="fixed top-2.5 right-5 z-60" />}>
      <div className={`grid gap-6 ${raised}`}>
        <AuthHeading title={words("title")} text={text} />
        <p className="-mt-3 text-center font-semibold">{ways.email}</p>
        <UnlockPage ways={ways} next={next} />
      </div>
    </AuthFrame>
  );
}
