import { atCouple, type Rows, staffOfHarbor } from "./shape";

const nothing = "a-token-that-nobody-made";
const partner = () => ({
  name: "Jo",
  by: "mail" as const,
  email: `${crypto.randomUUID()}@test.example`,
  locale: "en" as const,
});
/** The one whom the tests add to the couple of one; the same for everyone who asks. */
const added = "4d1f7a52-6a3c-4d5e-9a39-0b6f6c1a7e21";
const said = { name: "Alex", pronouns: "they", country: "US", region: "NY", safeContact: "canary-new-contact" };

/** One partner of that couple has joined: who takes the other place is for its clinicians. */
const refusedToOthers = Object.fromEntries(
  staffOfHarbor.filter((actor) => actor !== "therapist").map((actor) => [actor, "CLINICIAN_NEEDED" as const]),
);

/** Invitations, joining, and what a partner says of themselves. */
export const joining: Rows = {
  "invitations.coupleForm": { input: ({ practiceId }) => ({ practiceId }), allowed: staffOfHarbor },
  // A therapist enrols for themself; whoever runs the practice or its calendar, for others.
  "invitations.inviteCouple": {
    input: ({ practiceId, people }) => ({
      practiceId,
      clientId: crypto.randomUUID(),
      personId: people.therapist.id,
      policy: "CONFIDENTIAL",
      partners: [partner(), partner()],
    }),
    allowed: ["therapist", "owner", "coordinator"],
  },
  "invitations.addPartner": {
    input: ({ practiceId, invited }) => ({
      practiceId,
      coupleId: invited.lone.id,
      clientId: added,
      partner: partner(),
    }),
    allowed: ["therapist"],
    answers: refusedToOthers,
  },
  "invitations.ofCouple": { input: atCouple, allowed: staffOfHarbor },
  "invitations.sendAgain": {
    input: ({ practiceId, invited }) => ({
      practiceId,
      invitationId: invited.invitationId,
      email: "later@test.example",
    }),
    allowed: staffOfHarbor,
  },
  "invitations.room": {
    input: ({ practiceId, invited }) => ({ practiceId, invitationId: invited.invitationId }),
    allowed: ["therapist"],
    answers: refusedToOthers,
  },
  "invitations.roomState": {
    input: ({ practiceId, invited }) => ({ practiceId, invitationId: invited.invitationId }),
    allowed: staffOfHarbor,
  },
  "invitations.ofStaff": { input: ({ practiceId }) => ({ practiceId }), allowed: ["owner"] },
  "invitations.inviteStaff": {
    input: ({ practiceId }) => ({
      practiceId,
      clientId: crypto.randomUUID(),
      name: "Jo",
      email: "jo@test.example",
      locale: "en",
      roles: ["THERAPIST"],
    }),
    allowed: ["owner"],
  },
  "invitations.revoke": {
    input: ({ practiceId, invited }) => ({ practiceId, invitationId: invited.invitationId }),
    allowed: staffOfHarbor,
  },
  // Open to everyone; without an invitation's own token everyone learns the same: nothing.
  "join.open": { input: () => ({ token: nothing }), allowed: [], open: true },
  "join.code": { input: () => ({ code: "000000" }), allowed: [], open: true },
  "join.check": {
    input: () => ({ token: nothing, email: "alex@test.example", password: "quiet harbour lantern 71" }),
    allowed: [],
    open: true,
  },
  "join.beginPasskey": {
    input: () => ({ token: nothing, email: "alex@test.example" }),
    allowed: [],
    open: true,
    answer: "EXPIRED",
  },
  "join.accept": {
    input: () => ({
      token: nothing,
      account: { how: "session" },
      name: "Jo",
      pronouns: "",
      locale: "en",
      timeZone: "UTC",
      partner: null,
    }),
    allowed: [],
    open: true,
  },
  "join.confirmAddress": { input: () => ({ token: nothing }), allowed: [], open: true },
  "join.disownAddress": { input: () => ({ token: nothing }), allowed: [], open: true },
  "joining.about": { input: ({ couple }) => ({ coupleId: couple.id }), allowed: ["alex", "sam"] },
  "joining.saveAbout": {
    input: ({ couple }) => ({ coupleId: couple.id, ...said }),
    allowed: ["alex", "sam"],
    afterEnd: true,
  },
  "joining.askAddressAgain": {
    input: ({ couple }) => ({ coupleId: couple.id }),
    allowed: ["alex", "sam"],
    afterEnd: true,
  },
  "joining.contacts": { input: atCouple, allowed: ["therapist"] },
};
