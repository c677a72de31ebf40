import { atCouple, type Rows, staffOfHarbor } from "./shape";

const times = {
  hour: 8,
  quietFrom: 21,
  quietTo: 7,
  timeZone: "Asia/Kathmandu",
  locale: "en" as const,
  days: [0, 1, 2, 3, 4],
  pausedUntil: "2030-01-06",
};

/** What each decides about mail, and what was sent: one's own; of homework the couple's clinicians; numbers for owners. */
export const reminders: Rows = {
  "reminders.me": { input: (world) => ({ coupleId: world.couple.id }), allowed: ["alex", "sam"] },
  "reminders.page": { input: (world) => ({ coupleId: world.couple.id }), allowed: ["alex", "sam"] },
  "reminders.save": {
    input: (world) => ({
      coupleId: world.couple.id,
      ...times,
      kinds: { HOMEWORK_NEW: "ON", HOMEWORK_DUE: "PAUSED", HOMEWORK_MISSED: "OFF", WEEKLY_PULSE: "ON", REPLY: "ON" },
    }),
    allowed: ["alex", "sam"],
    afterEnd: true,
  },
  "reminders.lift": { input: (world) => ({ coupleId: world.couple.id }), allowed: ["alex", "sam"], afterEnd: true },
  "reminders.staffPage": { input: ({ practiceId }) => ({ practiceId }), allowed: staffOfHarbor },
  "reminders.saveStaff": {
    input: ({ practiceId }) => ({
      practiceId,
      ...times,
      kinds: { WEEKLY_DIGEST: "ON", SILENCE_NOTICE: "ON", INVITATION_OPEN: "OFF", TRIAL_ENDING: "ON" },
    }),
    allowed: staffOfHarbor,
  },
  "reminders.ofCouple": { input: atCouple, allowed: ["therapist"] },
  "reminders.nudge": {
    input: (world) => ({ ...atCouple(world), personId: world.people.alex.id }),
    allowed: ["therapist"],
  },
  "calendar.make": { input: (world) => ({ coupleId: world.couple.id }), allowed: ["alex", "sam"], afterEnd: true },
  "calendar.revoke": { input: (world) => ({ coupleId: world.couple.id }), allowed: ["alex", "sam"], afterEnd: true },
  "reminders.mail": { input: ({ practiceId }) => ({ practiceId }), allowed: ["owner"] },
  "reminders.liftFor": {
    input: (world) => ({ practiceId: world.practiceId, personId: world.people.alex.id }),
    allowed: ["owner"],
  },
};
