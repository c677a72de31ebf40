import { civilDate, fromColumn, mondayOf } from "@/server/clock";
import type { Tx } from "@/server/db/with-actor";
import { AppError } from "@/server/errors";
import type { Member } from "@/server/trpc/ladder";
import { couplePeople, partnerViewerOf } from "../people/queries";
import type { PulsePage } from "./schema";

/** This week's pulse and one's own earlier ones. */
export async function pulsePage(tx: Tx, actor: Member, coupleId: string): Promise<PulsePage> {
  const [people] = await couplePeople(tx, actor, [coupleId]);
  if (!people) throw new AppError("NOT_FOUND");
  const weekOf = mondayOf(civilDate(actor.at, actor.timeZone));
  const rows = await tx.pulse.findMany({
    where: { practiceId: actor.practiceId, coupleId, personId: actor.personId },
    orderBy: { weekOf: "desc" },
    take: 26,
  });
  const weeks = rows.map(({ weekOf: week, trust, communication, intimacy, connection }) => ({
    weekOf: fromColumn(week),
    trust,
    communication,
    intimacy,
    connection,
  }));
  const current = weeks.find((week) => week.weekOf === weekOf) ?? null;
  return {
    viewer: partnerViewerOf(actor, people),
    weekOf,
    current,
    earlier: weeks.filter((week) => week.weekOf !== weekOf),
  };
}
