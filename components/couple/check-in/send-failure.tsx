"use client";

import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { type Failure, RequestFailure, TryAgain } from "../request-failure";

type FailureProps = {
  failure: Failure;
  onRetry: () => void;
  /** Whether the draft is really kept; without secure storage it is only on the page. */
  kept: boolean;
};

/** Why a check-in did not arrive, that it is kept, and the next step. */
export function SendFailure({ failure, onRetry, kept }: FailureProps) {
  const words = useTranslations("couple.failure");
  if (failure.code !== "OFFLINE") {
    return <RequestFailure failure={failure} onRetry={onRetry} kept={kept ? words("kept") : undefined} />;
  }
  return (
    <Banner
      tone="attention"
      live
      title={words(kept ? "offline" : "offlineHere")}
      action={<TryAgain onRetry={onRetry} />}
    >
      {words("offlineText")}
    </Banner>
  );
}
