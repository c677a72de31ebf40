"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { KeyHint } from "../key-hint";
import { useShortcut } from "../shortcuts";
import { focusNextUnread } from "./review";

/** Steps to the next check-in to be read; also by the key `r`. */
export function NextUnread() {
  const words = useTranslations("staff.checkIns");
  useShortcut({ r: () => focusNextUnread() });
  return (
    <Button variant="quiet" size="small" onClick={() => focusNextUnread()}>
      {words("next")}
      <KeyHint>r</KeyHint>
    </Button>
  );
}
