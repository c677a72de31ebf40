import { civilDate, mondayOf, toColumn } from "@/server/clock";
import type { Tx } from "@/server/db/with-actor";
import { AppError } from "@/server/errors";
import type { Member } from "@/server/trpc/ladder";
import type { PulseFields } from "./schema";

/** Gives or changes this week's pulse: one row per person and week, however often it is sent. @throws AppError CLOSED */
export async function savePulse(tx: Tx, actor: Member, coupleId: string, fields: PulseFields): Promise<void> {
  const { practiceId, personId, at } = actor;
  const couple = await tx.couple.findUnique({
    where: { practiceId_id: { practiceId, id: coupleId } },
    select: { state: true },
  });
  if (couple?.state !== "ACTIVE") throw new AppError("CLOSED");
  const weekOf = toColumn(mondayOf(civilDate(at, actor.timeZone)));
  const { trust, communication, intimacy, connection } = fields;
  const ratings = { trust, communication, intimacy, connection };
  await tx.pulse.createMany({
    data: [{ practiceId, coupleId, personId, weekOf, createdAt: at, ...ratings }],
    skipDuplicates: true,
  });
  await tx.pulse.updateMany({ where: { practiceId, coupleId, personId, weekOf }, data: ratings });
}
