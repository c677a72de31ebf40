"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { type CoupleIds, useReview, type Version } from "./review";

/** Marks everything on the page as reviewed. */
export function ReviewAll({ unread, ...ids }: CoupleIds & { unread: readonly Version[] }) {
  const words = useTranslations("staff.checkIns");
  const { mark, pending } = useReview(ids);
  return (
    <Button variant="quiet" size="small" pending={pending} onClick={() => mark(unread)}>
      {words("reviewAll")}
    </Button>
  );
}
