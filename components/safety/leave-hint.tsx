"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";

const seenKey = "hint-seen";

/** Explains the way out in one line, until it has been read once on this device. */
export function LeaveHint() {
  const words = useTranslations("couple.leave");
  const [shown, setShown] = useState(false);
  useEffect(() => setShown(window.localStorage.getItem(seenKey) === null), []);
  if (!shown) return null;
  const dismiss = () => {
    window.localStorage.setItem(seenKey, "1");
    setShown(false);
  };
  return (
    <Banner
      className="mb-6"
      action={
        <Button variant="ghost" size="large" onClick={dismiss}>
          {words("understood")}
        </Button>
      }
    >
      {words("once")}
    </Banner>
  );
}
