import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LinkConfirm } from "@/components/sign-up/link-confirm";

/** The page's name. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signUp.link"))("title"), robots: { index: false } };
}

/** Where the link in the mail leads: it shows, and nothing is used up before somebody confirms. */
export default function SignUpLinkPage() {
  return (
    <div className="mx-auto grid w-full max-w-112 gap-6">
      <LinkConfirm />
    </div>
  );
}
