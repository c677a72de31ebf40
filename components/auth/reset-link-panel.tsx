"use client";

import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { AuthHeading } from "./auth-frame";
import { LetterGate } from "./letter-gate";
import { Account } from "./link-panel";
import { ResetForm } from "./reset-form";

/** The page behind the link of a mail that asks for a new password: whose account, then the password. */
export function ResetLinkPanel() {
  const words = useTranslations("auth.reset");
  return (
    <LetterGate kind="RESET" again="/reset">
      {({ token, email, sameBrowser }) => (
        <>
          <AuthHeading title={words("title")} />
          <Card className="grid gap-5 p-5 sm:p-7">
            <Account email={email} />
            {!sameBrowser && <Banner tone="attention">{words("other")}</Banner>}
            <ResetForm {...{ email, token, sameBrowser }} />
          </Card>
        </>
      )}
    </LetterGate>
  );
}
