import { useTranslations } from "next-intl";
import { Skeleton } from "@/components/ui/skeleton";

/** The shape of what is coming. */
export default function Loading() {
  const words = useTranslations("common");
  return (
    <div role="status">
      <span className="sr-only">{words("loading")}</span>
      <Skeleton className="h-10 w-72 max-w-full" />
      <Skeleton className="mt-3 h-6 w-56 max-w-full" />
      <Skeleton className="mt-7 h-72 w-full rounded-[22px]" />
      <Skeleton className="mt-5 h-24 w-full rounded-l" />
    </div>
  );
}
