import { z } from "zod";
import { civilDate, partnerShape, staffViewer } from "../people/schema";
import { plainName } from "../practices/schema";

/** What somebody may be in a practice, the weightiest first. */
export const staffRole = z.enum(["OWNER", "THERAPIST", "COORDINATOR"]);
export type StaffRole = z.infer<typeof staffRole>;

/** Days of the week in their order: 0 is Monday. */
export const weekdays = z.array(z.number().int().min(0).max(6)).max(7);

/** One person who works in the practice, or did. */
export const staffPerson = z.object({
  personId: z.uuid(),
  name: z.string(),
  pronouns: z.string().nullable(),
  /** The days on which they say that they read messages; null: not said. */
  readingDays: weekdays.nullable(),
  /** The day on which they came, in the viewer's zone. */
  since: civilDate,
  /** The day on which they left. */
  until: civilDate.nullable(),
  roles: z.array(z.object({ role: staffRole, since: civilDate })),
  /** How many couples they are the primary clinician of. */
  couples: z.number(),
  self: z.boolean(),
});
export type StaffPerson = z.infer<typeof staffPerson>;

/** `staff.page`: who works here, and who did. */
export const peoplePage = z.object({
  viewer: staffViewer,
  /** Whether the viewer gives and takes roles. */
  mayChange: z.boolean(),
  present: z.array(staffPerson),
  former: z.array(staffPerson),
});
export type PeoplePage = z.infer<typeof peoplePage>;

/** Pronouns on one line, such as "they/them"; no address that a mail program would turn into a link. */
const pronouns = z
  .string()
  .trim()
  .max(40, "tooLong")
  .refine((text) => !/[\r\n]|:\/\/|www\./i.test(text), "oneLine");

/** What somebody says of themself. */
export const selfFields = z.object({
  name: plainName(80),
  pronouns,
  /** Empty: not said. */
  readingDays: weekdays,
});
export type SelfFields = z.infer<typeof selfFields>;

/** The roles that somebody has from now on; who has none leaves by `staff.leave`. */
export const rolesFields = z.object({ personId: z.uuid(), roles: z.array(staffRole).min(1, "chooseRole") });

/** What somebody gives up: treating couples, or the whole practice. */
export const leaving = z.enum(["THERAPIST", "PRACTICE"]);
export type Leaving = z.infer<typeof leaving>;

/** Who takes over which couple; null: nobody for now. */
export const handover = z.object({ coupleId: z.uuid(), personId: z.uuid().nullable() });
export type Handover = z.infer<typeof handover>;
export const leaveFields = z.object({
  personId: z.uuid(),
  leaving,
  handovers: z.array(handover).max(2_000),
});

/** `staff.leaveForm`: whoever goes, and the couples that somebody else must take over. */
export const leaveForm = z.object({
  viewer: staffViewer,
  person: staffPerson,
  /** Whether they are the only owner left, who cannot go. */
  lastOwner: z.boolean(),
  couples: z.array(
    z.object({
      coupleId: z.uuid(),
      state: z.enum(["ACTIVE", "PAUSED", "ENDED"]),
      partners: z.array(partnerShape),
      /** Who else reads the couple already. */
      others: z.array(z.string()),
    }),
  ),
  /** Who may take over: every other therapist but the owner who looks. */
  therapists: z.array(z.object({ personId: z.uuid(), name: z.string() })),
});
export type LeaveForm = z.infer<typeof leaveForm>;
