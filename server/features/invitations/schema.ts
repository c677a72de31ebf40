import { z } from "zod";
import { locales } from "@/messages/locales";
import { emailAddress, partnerShape, personName, secretsPolicy, staffViewer } from "../people/schema";
import { sameMailbox } from "./policy";

/** Someone to be invited: by a mail, or by a code in the room where they sit now. */
export const invitee = z
  .object({
    name: personName,
    by: z.enum(["mail", "room"]),
    email: z.string(),
    locale: z.enum(locales),
  })
  .superRefine(({ by, email }, context) => {
    if (by === "room") return;
    const checked = emailAddress.safeParse(email);
    if (!checked.success)
      context.addIssue({ code: "custom", path: ["email"], message: checked.error.issues[0]?.message ?? "notAnEmail" });
  });
export type Invitee = z.infer<typeof invitee>;

/** Partners each have a mailbox of their own: what is for one never reaches the other. */
function ownMailboxes(fields: { partners: Invitee[] }, context: z.RefinementCtx) {
  const [one, two] = fields.partners;
  if (one?.by === "mail" && two?.by === "mail" && sameMailbox(one.email, two.email)) {
    context.addIssue({ code: "custom", path: ["partners", 1, "email"], message: "sharedAddress" });
  }
}

/** `invitations.inviteCouple`. `clientId` becomes the couple's id: sending twice enrols once. */
export const newCouple = z
  .object({
    clientId: z.uuid(),
    /** The therapist who treats them. */
    personId: z.uuid("chooseTherapist"),
    policy: secretsPolicy,
    partners: z.array(invitee).min(1).max(2),
  })
  .superRefine(ownMailboxes);
export type NewCouple = z.infer<typeof newCouple>;

/** An invitation as staff may know it: the address only while it is open, the token never. */
export const invitationShape = z.object({
  invitationId: z.uuid(),
  personId: z.uuid(),
  name: z.string(),
  state: z.enum(["open", "revoked", "expired"]),
  /** What was typed; null where the person was invited in the room. */
  email: z.string().nullable(),
  roles: z.array(z.enum(["OWNER", "THERAPIST", "COORDINATOR"])),
  sentAt: z.date(),
  expiresAt: z.date(),
  sends: z.number(),
  /** The address took no mail: another one is needed, or an owner lets mail go there again. */
  returned: z.boolean(),
});
export type InvitationShape = z.infer<typeof invitationShape>;

/** `invitations.coupleForm`: what the form of a new couple needs. */
export const coupleForm = z.object({
  viewer: staffViewer,
  therapists: z.array(z.object({ personId: z.uuid(), name: z.string(), licensed: z.boolean() })),
  /** Myself among them, when I am a therapist. */
  ownId: z.uuid().nullable(),
  /** Whether I may enrol for others. */
  forOthers: z.boolean(),
  /** Invitation mails left today; null when there is no limit. */
  mailsLeft: z.number().nullable(),
});
export type CoupleForm = z.infer<typeof coupleForm>;

/** `invitations.ofCouple`: who was invited, and who still can be. */
export const coupleInvitations = z.object({
  coupleId: z.uuid(),
  clock: staffViewer.pick({ today: true, timeZone: true }),
  partners: z.array(partnerShape.extend({ invitation: invitationShape.nullable() })),
});
export type CoupleInvitations = z.infer<typeof coupleInvitations>;

/** `invitations.room`: what the therapist's screen shows. */
export const roomCode = z.object({ code: z.string(), link: z.string(), expiresAt: z.date(), minutes: z.number() });
export type RoomCode = z.infer<typeof roomCode>;

/** `invitations.roomState`: how far the person in the room has come. */
export const roomState = z.object({ state: z.enum(["waiting", "opened", "joined", "over"]) });

/** `invitations.addPartner`. `clientId` becomes the person's id: sending twice adds once. */
export const newPartner = z.object({ coupleId: z.uuid(), clientId: z.uuid(), partner: invitee });
export type NewPartner = z.infer<typeof newPartner>;

/** `invitations.inviteStaff`. `clientId` becomes the person's id: sending twice invites once. */
export const newStaff = z.object({
  clientId: z.uuid(),
  name: personName,
  email: emailAddress,
  locale: z.enum(locales),
  roles: z.array(z.enum(["OWNER", "THERAPIST", "COORDINATOR"])).min(1, "chooseRole"),
});
export type NewStaff = z.infer<typeof newStaff>;
