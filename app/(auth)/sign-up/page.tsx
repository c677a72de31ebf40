import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { SignUpForm } from "@/components/sign-up/sign-up-form";
import { StepList } from "@/components/sign-up/step-list";

/** The page's name. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signUp"))("title"), robots: { index: false } };
}

/** The first step of a new practice: an account of one's own. */
export default async function SignUpPage() {
  const words = await getTranslations("signUp");
  return (
    <div className="mx-auto grid w-full max-w-112 gap-6">
      <header className="text-center">
        <h1 className="display text-32">{words("title")}</h1>
        <p className="text-balance text-16 text-ink-soft">{words("text")}</p>
      </header>
      <StepList current="account" />
      <SignUpForm />
      <div className="grid gap-1.5 text-center text-14 text-ink-soft">
        <p>
          {words("have")}{" "}
          <Link href="/sign-in" prefetch={false} className="font-medium text-primary underline underline-offset-4">
            {words("signIn")}
          </Link>
        </p>
        <p>{words("client")}</p>
      </div>
    </div>
  );
}
