import { v7 as uuidv7 } from "uuid";
import type { Tx } from "@/server/db/with-actor";
import type { Member } from "@/server/trpc/ladder";

/** Who is told of one new row of access. */
export interface Told {
  rowId: string;
  personIds: readonly string[];
}

/** Owes each of them one neutral mail for it, at once. The row must be stored: the database looks it up. */
export async function oweAccessNotice(tx: Tx, actor: Member, told: readonly Told[]): Promise<void> {
  const { practiceId, at } = actor;
  const kind = "ACCESS_NOTICE" as const;
  const data = told.flatMap(({ rowId, personIds }) =>
    personIds.map((personId) => {
      const subject = `${rowId}:added`;
      return { practiceId, id: uuidv7(), personId, kind, subject, dueAt: at, createdAt: at };
    }),
  );
  if (data.length > 0) await tx.reminder.createMany({ data, skipDuplicates: true });
}
