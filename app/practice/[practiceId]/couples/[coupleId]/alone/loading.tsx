import { PageSkeleton } from "@/components/staff/page-skeleton";

/** The page while it is on its way. */
export default function Loading() {
  return <PageSkeleton shape="cards" />;
}
