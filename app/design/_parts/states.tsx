import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { Part } from "./part";

/** Banners, the empty, the failed and the loading page. */
export function States() {
  const words = useTranslations("design.sample");
  return (
    <Part name="states">
      <Banner
        tone="attention"
        icon={<Lock size={18} />}
        title={words("wantsYou")}
        action={<Button size="small">{words("open")}</Button>}
      >
        {words("wantsYouText")}
      </Banner>
      <Banner>{words("info")}</Banner>
      <Banner tone="positive">{words("saved")}</Banner>
      <Card>
        <EmptyState
          title={words("emptyTitle")}
          text={words("emptyText")}
          action={<Button>{words("primary")}</Button>}
        />
      </Card>
      <Card lift>
        <ErrorState
          title={words("errorTitle")}
          text={words("errorText")}
          action={<Button variant="ghost">{words("again")}</Button>}
        />
      </Card>
      <Card className="grid gap-3 p-5">
        <Skeleton className="h-6 w-2/5" />
        <Skeleton className="h-4 w-full" />
        <Skeleton className="h-4 w-4/5" />
      </Card>
    </Part>
  );
}
