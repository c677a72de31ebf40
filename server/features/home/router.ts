import { t } from "@/server/trpc/init";
import { signedIn } from "@/server/trpc/ladder";
import { placesOf } from "./queries";
import { places } from "./schema";

/** Where a login may go. */
export const homeRouter = t.router({
  places: signedIn.output(places).query(({ ctx }) => placesOf(ctx.tx)),
});
