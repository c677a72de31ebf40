import { withActor } from "../db/with-actor";
import type { Follower } from "./hub";
import { liveHub } from "./listen";

const encode = (text: string) => new TextEncoder().encode(text);
/** Keeps proxies from closing a silent connection. */
const heartbeatMs = 20_000;

/** Who a session proves to be a partner of the couple; null where it proves nothing of the kind. */
async function follows(secret: string, coupleId: string): Promise<Pick<Follower, "personId" | "sessionId"> | null> {
  return await withActor({ secret, coupleId }, async (_tx, actor) =>
    actor.personId && actor.partnerCouples.includes(coupleId)
      ? { personId: actor.personId, sessionId: actor.sessionId }
      : null,
  ).catch(() => null);
}

/**
 * A stream of server-sent events for a partner's open page: "something changed", never what. Holds no transaction and keeps no
 * session alive; ends with the session. Null for whoever the session proves not to be a partner there.
 */
export async function liveStream(secret: string, coupleId: string): Promise<ReadableStream<Uint8Array> | null> {
  const who = await follows(secret, coupleId);
  if (!who) return null;
  let leave = () => {};
  return new ReadableStream({
    start(controller) {
      const heartbeat = setInterval(() => send(":\n\n"), heartbeatMs);
      const end = () => {
        clearInterval(heartbeat);
        part();
      };
      const send = (text: string) => {
        try {
          controller.enqueue(encode(text));
        } catch {
          end(); // the browser has gone
        }
      };
      const part = liveHub().join({
        ...who,
        tell: () => send("event: changed\ndata:\n\n"),
        holds: async () => (await follows(secret, coupleId))?.personId === who.personId,
        close: () => {
          end();
          controller.close();
        },
      });
      leave = end;
      send("retry: 3000\n\n");
    },
    cancel: () => leave(),
  });
}
