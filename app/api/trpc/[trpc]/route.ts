import { handleTrpc } from "@/server/trpc/http";

export { handleTrpc as POST };
