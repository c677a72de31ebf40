"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { httpBatchLink, TRPCClientError } from "@trpc/client";
import { createTRPCReact } from "@trpc/react-query";
import { type ReactNode, useState } from "react";
import superjson from "superjson";
import type { ShownError } from "@/server/trpc/init";
import type { AppRouter } from "@/server/trpc/root";

export const trpc = createTRPCReact<AppRouter>();

/** How many procedures one request may carry; the server refuses more. */
const maxBatch = 5;

/** Gives client components their procedures: everything by POST, so that no id or word lies in an address or a log. */
export function TrpcProvider({ children }: { children: ReactNode }) {
  const [queries] = useState(
    () => new QueryClient({ defaultOptions: { queries: { retry: false }, mutations: { retry: false } } }),
  );
  const [client] = useState(() =>
    trpc.createClient({
      links: [httpBatchLink({ url: "/api/trpc", transformer: superjson, methodOverride: "POST", maxItems: maxBatch })],
    }),
  );
  return (
    <trpc.Provider client={client} queryClient={queries}>
      <QueryClientProvider client={queries}>{children}</QueryClientProvider>
    </trpc.Provider>
  );
}

/** What went wrong, in the product's terms. No answer at all is `OFFLINE`: the connection, not the server. */
export function appError(error: unknown): Omit<ShownError, "code"> & { code: ShownError["code"] | "OFFLINE" } {
  if (error instanceof TRPCClientError) {
    const app = (error.data as { app?: ShownError } | undefined)?.app;
    if (app) return app;
    return { code: "OFFLINE" };
  }
  return { code: "UNEXPECTED" };
}
