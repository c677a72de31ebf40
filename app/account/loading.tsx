import { useTranslations } from "next-intl";
import { Skeleton } from "@/components/ui/skeleton";

/** The shape of the account while it is fetched. */
export default function AccountLoading() {
  const words = useTranslations("common");
  return (
    <div className="mx-auto grid w-full max-w-176 gap-5 px-5 pt-28">
      <p role="status" className="sr-only">
        {words("loading")}
      </p>
      <Skeleton className="h-9 w-2/3" />
      {["a", "b", "c"].map((part) => (
        <Skeleton key={part} className="h-36" />
      ))}
    </div>
  );
}
