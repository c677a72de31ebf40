"use client";

import { ShieldAlert, ShieldCheck } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ConfirmDialog } from "@/components/staff/confirm-dialog";
import { trpc } from "@/components/trpc/client";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { useToast } from "@/components/ui/toast";
import { places } from "../places";

type TwoFactorProps = { practiceId: string; required: boolean; hasTwoFactor: boolean };

/** Whether everyone who works here needs a second step, and the way to change it. */
export function TwoFactorSetting({ practiceId, required, hasTwoFactor }: TwoFactorProps) {
  const words = useTranslations("practice.settings.signIn");
  const Icon = required ? ShieldCheck : ShieldAlert;
  return (
    <>
      <div className="flex items-start gap-3">
        <Icon
          aria-hidden
          size={20}
          className={required ? "mt-0.5 shrink-0 text-primary" : "mt-0.5 shrink-0 text-attention-ink"}
        />
        <div>
          <p className="font-medium text-16">{words(required ? "on" : "off")}</p>
          <p className="text-15 text-ink-soft">{words(required ? "onText" : "offText")}</p>
        </div>
      </div>
      <div className="mt-3">
        {required || hasTwoFactor ? (
          <Change practiceId={practiceId} required={required} />
        ) : (
          <SetUpFirst practiceId={practiceId} />
        )}
      </div>
    </>
  );
}

function SetUpFirst({ practiceId }: { practiceId: string }) {
  const words = useTranslations("practice.settings.signIn");
  const action = (
    <LinkButton
      href={`/account?next=${encodeURIComponent(places.settings(practiceId))}`}
      prefetch={false}
      variant="ghost"
    >
      {words("requireSetUp")}
    </LinkButton>
  );
  return <Banner action={action}>{words("requireNeeds")}</Banner>;
}

function Change({ practiceId, required }: { practiceId: string; required: boolean }) {
  const words = useTranslations("practice.settings.signIn");
  const router = useRouter();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const onSuccess = () => {
    setOpen(false);
    toast({ text: words(required ? "relaxed" : "required") });
    router.refresh();
  };
  const require = trpc.practices.requireTwoFactor.useMutation({ onSuccess });
  const relax = trpc.practices.relaxTwoFactor.useMutation({ onSuccess });
  const change = required ? relax : require;
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button variant={required ? "quiet" : "ghost"}>{words(required ? "relax" : "require")}</Button>}
      title={words(required ? "relaxTitle" : "requireTitle")}
      description={words(required ? "relaxWarning" : "requireDialog")}
      confirm={words(required ? "relaxConfirm" : "require")}
      pending={change.isPending}
      onConfirm={() => change.mutate({ practiceId })}
      error={change.error}
      harmless={!required}
    />
  );
}
