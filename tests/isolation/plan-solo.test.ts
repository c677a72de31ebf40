import { describe } from "vitest";
import { onlyTheseWait, waitsAlways } from "../factories/waiting-plan";

describe("in a practice that has gone back to Solo, which goes on with three other couples", () => {
  onlyTheseWait(
    async ({ owner, practiceId, world }) => {
      await owner.entitlement.deleteMany({ where: { practiceId } });
      const others = await owner.couple.findMany({
        where: { practiceId, state: "ACTIVE", id: { not: world.couple.id } },
        select: { id: true },
        take: 3,
      });
      const chosenCouples = others.map((one) => one.id);
      await owner.billingAccount.updateMany({ where: { practiceId }, data: { chosenCouples } });
    },
    [...waitsAlways, "invitations.inviteStaff"],
  );
});
