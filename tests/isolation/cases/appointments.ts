import { addDays, civilDate, now } from "@/server/clock";
import { atCouple, type Rows, staffOfHarbor } from "./shape";

const inDays = (days: number) => addDays(civilDate(now(), "America/New_York"), days);
/** Whoever schedules for the couple. */
const schedulers = ["therapist", "owner", "coordinator"] as const;

/** When a couple meets: administrative, changed by coordinators, owners and whoever treats the couple. */
export const appointments: Rows = {
  "appointments.page": { input: atCouple, allowed: staffOfHarbor },
  "appointments.create": {
    input: (world) => ({
      ...atCouple(world),
      clientId: crypto.randomUUID(),
      on: inDays(20),
      time: "10:00",
      minutes: 50,
    }),
    allowed: [...schedulers],
  },
  "appointments.move": {
    input: (world) => ({
      ...atCouple(world),
      appointmentId: world.appointmentId,
      on: inDays(5),
      time: "11:00",
      minutes: 50,
    }),
    allowed: [...schedulers],
  },
  "appointments.skip": {
    input: (world) => ({ ...atCouple(world), appointmentId: world.appointmentId, skipped: true }),
    allowed: [...schedulers],
  },
  "appointments.endRhythm": {
    input: (world) => ({ ...atCouple(world), rhythmId: world.rhythmId }),
    allowed: [...schedulers],
  },
  "appointments.setRhythm": {
    input: (world) => ({
      ...atCouple(world),
      clientId: crypto.randomUUID(),
      startsOn: inDays(6),
      time: "09:30",
      weeks: 2,
      minutes: 50,
    }),
    allowed: [...schedulers],
  },
};
