import { cache } from "react";
import { loadPage, serverApi } from "@/server/trpc/server";

/** The caseload of whoever looks; asked once per request, though both the rail and the page need it. */
export const loadCaseload = cache(async (practiceId: string) => {
  const api = await serverApi();
  return loadPage(() => api.caseload.page({ practiceId }));
});

/** What billing has to say to whoever looks, asked beside the caseload. A frame without it is better than no frame. */
export const loadBillingBanner = cache(async (practiceId: string) => {
  const api = await serverApi();
  return api.billing.banner({ practiceId }).then(
    ({ banner }) => banner,
    () => null,
  );
});
