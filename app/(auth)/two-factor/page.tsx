import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TwoFactorPage } from "@/components/account/two-factor-page";
import { AuthFrame, AuthHeading } from "@/components/auth/auth-frame";
import { safeNext } from "@/components/auth/safe-next";
import { SignOutButton } from "@/components/auth/sign-out-button";
import { loadPage, serverApi } from "@/server/trpc/server";

type TwoFactorProps = { searchParams: Promise<{ next?: string | string[] }> };

/** The page's name, kept out of search engines. */
export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("account.setup");
  return { title: words("page"), robots: { index: false } };
}

/** The second step that a practice asks its staff for. */
export default async function TwoFactorRoute({ searchParams }: TwoFactorProps) {
  const { next } = await searchParams;
  const api = await serverApi();
  const account = await loadPage(() => api.account.page());
  const ways = {
    email: account.email,
    live: true,
    strong: account.strong,
    password: false,
    pin: false,
    passkey: account.passkeys.length > 0,
    code: account.totp || account.recoveryCodesLeft > 0,
    app: account.totp,
    recovery: false,
  };
  const setUp = !account.totp && account.passkeys.length === 0;
  const words = await getTranslations("account.setup");
  return (
    <AuthFrame names={["account"]}>
      <AuthHeading title={words(setUp ? "title" : "giveTitle")} text={words(setUp ? "text" : "giveText")} />
      <TwoFactorPage ways={ways} setUp={setUp} next={safeNext(typeof next === "string" ? next : undefined)} />
      <div className="justify-self-center">
        <SignOutButton>{words("signOut")}</SignOutButton>
      </div>
    </AuthFrame>
  );
}
