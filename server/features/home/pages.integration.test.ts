import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { countStatements } from "@/tests/factories/statements";
import { type TwoPractices, twoPractices } from "@/tests/factories/two-practices";

let world: TwoPractices;
beforeAll(async () => {
  world = await twoPractices();
  await world.as("therapist").couples.page({ practiceId: world.practiceId, coupleId: world.couple.id }); // unwraps the practice's key
});
afterAll(() => world.close());

const limit = 6;

describe("a page takes at most six statements, look-up and audit counted", () => {
  const pages: Record<string, () => Promise<unknown>> = {
    caseload: () => world.as("therapist").caseload.page({ practiceId: world.practiceId }),
    couple: () => world.as("therapist").couples.page({ practiceId: world.practiceId, coupleId: world.couple.id }),
    couples: () => world.as("coordinator").couples.list({ practiceId: world.practiceId }),
    people: () => world.as("owner").staff.page({ practiceId: world.practiceId }),
    assign: () =>
      world.as("therapist").homework.assignForm({ practiceId: world.practiceId, coupleId: world.couple.id }),
    "changing homework": () =>
      world.as("therapist").homework.editForm({
        ...{ practiceId: world.practiceId, coupleId: world.couple.id },
        assignmentId: world.assignmentId,
      }),
    appointments: () =>
      world.as("coordinator").appointments.page({ practiceId: world.practiceId, coupleId: world.couple.id }),
    today: () => world.as("alex").homework.today({ coupleId: world.couple.id }),
    exercise: () =>
      world.as("alex").homework.open({ coupleId: world.couple.id, occurrenceId: world.open.alex[0]?.id ?? "" }),
    tools: () => world.as("alex").tools.open({ coupleId: world.couple.id, occurrenceId: world.open.alex[0]?.id ?? "" }),
    "what was written in an exercise": () =>
      world.as("therapist").tools.reading({
        ...{ practiceId: world.practiceId, coupleId: world.couple.id },
        assignmentId: world.assignmentId,
      }),
    us: () => world.as("alex").checkIns.us({ coupleId: world.couple.id }),
    me: () => world.as("alex").reminders.me({ coupleId: world.couple.id }),
    pulse: () => world.as("alex").pulse.page({ coupleId: world.couple.id }),
    home: () => world.as("alex").home.places(),
  };

  it.each(Object.keys(pages))("%s", async (name) => {
    const counted = await countStatements(pages[name] ?? (() => Promise.reject(new Error("no page"))));
    expect(counted).toBeGreaterThan(1);
    expect(counted).toBeLessThanOrEqual(limit);
  });
});
