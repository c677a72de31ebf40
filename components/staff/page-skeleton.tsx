import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";

const rows = ["a", "b", "c", "d", "e", "f", "g"];

/** A page on its way: its heading and a table or its cards, in the sizes of what comes. */
export function PageSkeleton({ shape }: { shape: "rows" | "cards" | "form" }) {
  const words = useTranslations("common");
  return (
    <div aria-busy="true">
      <p role="status" className="sr-only">
        {words("loading")}
      </p>
      <Skeleton className="mb-2.5 h-9 w-56" />
      <Skeleton className="mb-8 h-4.5 w-80 max-w-full" />
      {shape === "rows" && <Rows />}
      {shape === "cards" && (
        <div className="grid gap-4.5 @4xl:grid-cols-[minmax(0,1fr)_22rem]">
          <Card className="h-96 p-6">
            <Skeleton className="h-5 w-24" />
          </Card>
          <Card className="h-72 p-6">
            <Skeleton className="h-5 w-40" />
          </Card>
        </div>
      )}
      {shape === "form" && (
        <div className="grid gap-4 @xl:grid-cols-2">
          {rows.slice(0, 6).map((row) => (
            <Skeleton key={row} className="h-16" />
          ))}
        </div>
      )}
    </div>
  );
}

function Rows() {
  return (
    <Card className="divide-y divide-line">
      {rows.map((row) => (
        <div key={row} className="flex h-18 items-center gap-6 px-5">
          <Skeleton className="size-7.5" />
          <Skeleton className="h-4 w-32" />
          <Skeleton className="h-4 grow" />
        </div>
      ))}
    </Card>
  );
}
