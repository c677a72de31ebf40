import { TRPCError } from "@trpc/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AppError } from "@/server/errors";
import { type TwoPractices, twoPractices } from "@/tests/factories/two-practices";

let world: TwoPractices;
beforeAll(async () => {
  world = await twoPractices();
});
afterAll(() => world.close());

const uuid = () => crypto.randomUUID();
const fields = {
  result: "DONE" as const,
  difficulty: 7,
  usefulness: 8,
  visibility: "THERAPIST" as const,
  words: "It was hard at first.",
};
const alexAt = (index: number) => ({ coupleId: world.couple.id, occurrenceId: world.open.alex[index]?.id ?? "" });
const couple = () => ({ practiceId: world.practiceId, coupleId: world.couple.id });

async function refusal(promise: Promise<unknown>): Promise<AppError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  const cause = error instanceof TRPCError ? error.cause : error;
  if (!(cause instanceof AppError)) throw new Error(`not refused: ${String(error)}`);
  return cause;
}

describe("a check-in", () => {
  it("sent twice with one id is stored once and answers with the first", async () => {
    const input = { ...alexAt(0), clientId: uuid(), ...fields };
    const first = await world.as("alex").checkIns.submit(input);
    const again = await world.as("alex").checkIns.submit({ ...input, words: "typed over" });
    expect(again).toEqual(first);
    expect(again.words).toBe("It was hard at first.");
  });

  it("sent twice at once is stored once", async () => {
    const input = { ...alexAt(1), clientId: uuid(), ...fields };
    const answers = await Promise.all([1, 2, 3].map(() => world.as("alex").checkIns.submit(input)));
    expect(new Set(answers.map((one) => one.checkInId)).size).toBe(1);
  });

  it("with another id conflicts, and the stored one comes with the refusal", async () => {
    const stored = await world.as("alex").checkIns.submit({ ...alexAt(2), clientId: uuid(), ...fields });
    const error = await refusal(
      world.as("alex").checkIns.submit({ ...alexAt(2), clientId: uuid(), ...fields, words: "from the other phone" }),
    );
    expect([error.code, error.details.stored]).toEqual(["CONFLICT", stored]);
  });

  it("is refused for a window that has closed", async () => {
    const closed = world.answered.alexPrivate.occurrence;
    const other = world.couple.partners[0];
    expect(closed.person).toBe(other);
    const { ownerUrl } = world;
    const { ownerClient } = await import("@/prisma/seed/owner");
    const owner = ownerClient(ownerUrl);
    const free = await owner.occurrence.findFirstOrThrow({
      where: { personId: world.people.alex.id, checkIn: null, dueOn: { lt: new Date(Date.now() - 3 * 86_400_000) } },
    });
    await owner.$disconnect();
    const error = await refusal(
      world
        .as("alex")
        .checkIns.submit({ coupleId: world.couple.id, occurrenceId: free.id, clientId: uuid(), ...fields }),
    );
    expect(error.code).toBe("CLOSED");
  });

  it("of another is as unknown as one that does not exist", async () => {
    const foreign = await refusal(world.as("sam").checkIns.submit({ ...alexAt(3), clientId: uuid(), ...fields }));
    const unknown = await refusal(
      world.as("sam").checkIns.submit({ coupleId: world.couple.id, occurrenceId: uuid(), clientId: uuid(), ...fields }),
    );
    expect([foreign.code, foreign.details]).toEqual([unknown.code, unknown.details]);
    expect(foreign.code).toBe("NOT_FOUND");
  });

  it("is edited under its version; an older version meets the stored one", async () => {
    const stored = await world.as("alex").checkIns.submit({ ...alexAt(3), clientId: uuid(), ...fields });
    const edit = { coupleId: world.couple.id, checkInId: stored.checkInId, ...fields };
    const edited = await world
      .as("alex")
      .checkIns.edit({ ...edit, version: 1, words: "Better now.", visibility: "SHARED" });
    expect([edited.version, edited.words, edited.visibility]).toEqual([2, "Better now.", "SHARED"]);
    const error = await refusal(world.as("alex").checkIns.edit({ ...edit, version: 1, words: "late" }));
    expect([error.code, error.details.stored]).toEqual(["CHANGED_MEANWHILE", edited]);
  });

  it("is answered to its author alone after the couple has ended, although it was shared before", async () => {
    const { practiceId, endedCouple } = world;
    const [shared] = world.ended.answers;
    const to = (audience: "AUTHOR" | "SAME_READERS") => ({
      ...{ practiceId, coupleId: endedCouple.id, checkInId: shared?.id ?? "", clientId: uuid(), audience },
      body: `canary-after-the-end-${audience}`,
    });
    const { checkIns } = world.as("therapist");
    expect((await refusal(checkIns.reply(to("SAME_READERS")))).code).toBe("COUPLE_ENDED");
    expect((await checkIns.reply(to("AUTHOR"))).audience).toBe("AUTHOR");
    const us = JSON.stringify(await world.as("formerPartner").checkIns.us({ coupleId: endedCouple.id }));
    expect(us).not.toContain("canary-after-the-end-SAME_READERS");
  });

  it("shares nothing new after the couple has ended; taking back goes on", async () => {
    const coupleId = world.endedCouple.id;
    const [mine] = world.ended.answers;
    const edit = { coupleId, checkInId: mine?.id ?? "", ...fields };
    const former = world.as("formerPartner").checkIns;
    expect((await refusal(former.edit({ ...edit, version: 1, visibility: "SHARED" }))).code).toBe("CLOSED");
    const taken = await former.edit({ ...edit, version: 1, visibility: "PRIVATE" });
    expect([taken.version, taken.visibility]).toEqual([2, "PRIVATE"]);
  });
});

describe("who reads what", () => {
  it("gives the therapist shared and therapist words, never private ones, and the partner only shared ones", async () => {
    const page = JSON.stringify(await world.as("therapist").couples.page(couple()));
    expect([
      page.includes("canary-alex-therapist"),
      page.includes("canary-sam-shared"),
      page.includes("canary-alex-private"),
    ]).toEqual([true, true, false]);
    const us = JSON.stringify(await world.as("alex").checkIns.us({ coupleId: world.couple.id }));
    expect([us.includes("canary-sam-shared"), us.includes("canary-reply-both")]).toEqual([true, true]);
  });

  it("leaves no trace of therapist-only and private words in anything the other partner receives", async () => {
    const { id: coupleId } = world.couple;
    const sam = world.as("sam");
    const everything = JSON.stringify([
      await sam.home.places(),
      await sam.homework.today({ coupleId }),
      await sam.checkIns.us({ coupleId }),
      await sam.reminders.me({ coupleId }),
      await sam.pulse.page({ coupleId }),
      await sam.homework.open({ coupleId, occurrenceId: world.open.sam[0]?.id ?? "" }),
    ]);
    expect(everything).toContain("canary-sam-shared");
    for (const trace of [
      "canary-alex-private",
      "canary-alex-therapist",
      "canary-reply-author",
      world.answered.alexTherapist.id,
      world.answered.alexPrivate.id,
    ]) {
      expect(everything).not.toContain(trace);
    }
  });

  it("lets a reply never have more readers than what it answers", async () => {
    const reply = {
      ...couple(),
      checkInId: world.answered.alexTherapist.id,
      clientId: uuid(),
      body: "for both?",
      audience: "SAME_READERS" as const,
    };
    expect((await refusal(world.as("therapist").checkIns.reply(reply))).code).toBe("INVALID");
    const alone = await world.as("therapist").checkIns.reply({ ...reply, audience: "AUTHOR" });
    expect(JSON.stringify(await world.as("alex").reminders.me({ coupleId: world.couple.id }))).toContain(alone.replyId);
    expect(JSON.stringify(await world.as("sam").reminders.me({ coupleId: world.couple.id }))).not.toContain(
      alone.replyId,
    );
  });

  it("sends a reply once however often it is sent", async () => {
    const reply = {
      ...couple(),
      checkInId: world.answered.samShared.id,
      clientId: uuid(),
      body: "Once.",
      audience: "AUTHOR" as const,
    };
    const [one, two] = [
      await world.as("therapist").checkIns.reply(reply),
      await world.as("therapist").checkIns.reply(reply),
    ];
    expect(two).toEqual(one);
  });
});

describe("marking reviewed", () => {
  it("takes the check-in out of the unread, and undoing or editing puts it back", async () => {
    const unread = async () =>
      (await world.as("therapist").caseload.page({ practiceId: world.practiceId })).couples.find(
        (row) => row.coupleId === world.couple.id,
      )?.unread ?? -1;
    const before = await unread();
    const which = { ...couple(), checkInId: world.answered.alexTherapist.id };
    await world.as("therapist").checkIns.review({ ...which, version: 1 });
    expect(await unread()).toBe(before - 1);
    await world.as("therapist").checkIns.unreview(which);
    expect(await unread()).toBe(before);
    await world.as("therapist").checkIns.review({ ...which, version: 1 });
    await world
      .as("alex")
      .checkIns.edit({ coupleId: world.couple.id, checkInId: which.checkInId, version: 1, ...fields });
    expect(await unread()).toBe(before);
  });
});
