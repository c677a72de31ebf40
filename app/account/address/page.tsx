import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NewAddressPanel } from "@/components/account/new-address-panel";
import { AuthFrame } from "@/components/auth/auth-frame";

/** The page's name, kept out of search engines. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account.newAddress"))("title"), robots: { index: false } };
}

/** The link of a mail that proves a new sign-in address. */
export default function NewAddressPage() {
  return (
    <AuthFrame names={["account"]}>
      <NewAddressPanel />
    </AuthFrame>
  );
}
