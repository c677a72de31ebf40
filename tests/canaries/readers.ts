import { type TwoPractices, twoPractices } from "../factories/two-practices";
import { fromOther } from "../isolation/walk";
import type { Reader } from "./alternate";

/** The same world from Sam's chair. */
const fromSam = (world: TwoPractices): TwoPractices => ({
  ...world,
  people: { ...world.people, alex: world.people.sam, sam: world.people.alex },
  open: { alex: world.open.sam, sam: world.open.alex },
});

const own = { alex: "canary-own-alex", sam: "canary-own-sam", otherPartner: "canary-own-other" };
const ofHarbor = [
  "Harbor",
  "canary-alex",
  "canary-sam",
  "canary-note",
  "canary-reply",
  "canary-second",
  "canary-own-alex",
  "canary-own-sam",
];
const ofNorthside = ["Northside", "canary-other", own.otherPartner];

/** Two practices in which everyone has just written something of their own. */
export async function canaries() {
  const world = await twoPractices();
  const views = { alex: world, sam: fromSam(world), otherPartner: fromOther(world) };
  for (const [name, view] of Object.entries(views)) {
    const actor = name as keyof typeof views;
    const fields = {
      result: "DONE" as const,
      difficulty: 2,
      usefulness: 3,
      visibility: "PRIVATE" as const,
      words: own[actor],
    };
    const which = {
      coupleId: view.couple.id,
      occurrenceId: view.open.alex[0]?.id ?? "",
      clientId: crypto.randomUUID(),
    };
    await world.as(actor).checkIns.submit({ ...which, ...fields });
  }
  const reader = (actor: keyof typeof views, foreign: string[]): Reader => ({
    actor,
    view: views[actor],
    own: own[actor],
    foreign,
  });
  const alex = reader("alex", ["canary-sam-private", own.sam, "canary-second", "canary-ended", ...ofNorthside]);
  const pairs: [Reader, Reader][] = [
    [
      alex,
      reader("sam", ["canary-alex", "canary-reply-author", own.alex, "canary-second", "canary-ended", ...ofNorthside]),
    ],
    [alex, reader("otherPartner", ofHarbor)],
    [
      {
        actor: "therapist",
        view: world,
        own: "canary-alex-therapist",
        foreign: ["canary-alex-private", "canary-sam-private", "canary-own", "canary-second", ...ofNorthside],
      },
      {
        actor: "otherTherapist",
        view: views.otherPartner,
        own: "canary-other",
        foreign: [...ofHarbor, "canary-ended", own.otherPartner],
      },
    ],
  ];
  return { pairs, close: () => world.close() };
}
