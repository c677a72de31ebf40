import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountFrame } from "@/components/account/account-frame";
import { AccountView } from "@/components/account/account-view";
import { safeNext } from "@/components/auth/safe-next";
import { IdleGuard } from "@/components/session/idle-guard";
import { loadPage, serverApi } from "@/server/trpc/server";

type AccountRouteProps = { searchParams: Promise<{ next?: string | string[] }> };

/** The page's name, kept out of search engines. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account.page"))("title"), robots: { index: false } };
}

/** How one signs in, for staff and partners alike. */
export default async function AccountRoute({ searchParams }: AccountRouteProps) {
  const { next } = await searchParams;
  const api = await serverApi();
  const page = await loadPage(() => api.account.page());
  const words = await getTranslations("account.page");
  return (
    <AccountFrame back={safeNext(typeof next === "string" ? next : undefined)}>
      <header>
        <h1 className="display text-32">{words("title")}</h1>
        <p className="text-16 text-ink-soft">{words("text")}</p>
      </header>
      <AccountView page={page} />
      <IdleGuard signInPath="/unlock" />
    </AccountFrame>
  );
}
