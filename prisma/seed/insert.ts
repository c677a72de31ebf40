import type { Client } from "@/server/db/clients";
import type { Prisma } from "@/server/db/generated/client";

/** The rows of a world by table, in the order in which they can be written. */
export interface Rows {
  user: Prisma.UserCreateManyInput[];
  credential: Prisma.CredentialCreateManyInput[];
  membership: Prisma.MembershipCreateManyInput[];
  practice: Prisma.PracticeCreateManyInput[];
  practiceKey: Prisma.PracticeKeyCreateManyInput[];
  billingAccount: Prisma.BillingAccountCreateManyInput[];
  entitlement: Prisma.EntitlementCreateManyInput[];
  person: Prisma.PersonCreateManyInput[];
  personPrivate: Prisma.PersonPrivateCreateManyInput[];
  personKey: Prisma.PersonKeyCreateManyInput[];
  staffRole: Prisma.StaffRoleCreateManyInput[];
  licence: Prisma.LicenceCreateManyInput[];
  agreement: Prisma.AgreementCreateManyInput[];
  supervision: Prisma.SupervisionCreateManyInput[];
  couple: Prisma.CoupleCreateManyInput[];
  couplePartner: Prisma.CouplePartnerCreateManyInput[];
  absence: Prisma.AbsenceCreateManyInput[];
  coupleClinician: Prisma.CoupleClinicianCreateManyInput[];
  invitation: Prisma.InvitationCreateManyInput[];
  intake: Prisma.IntakeCreateManyInput[];
  appointmentRhythm: Prisma.AppointmentRhythmCreateManyInput[];
  appointment: Prisma.AppointmentCreateManyInput[];
  strategy: Prisma.StrategyCreateManyInput[];
  strategyVersion: Prisma.StrategyVersionCreateManyInput[];
  strategyEdition: Prisma.StrategyEditionCreateManyInput[];
  assignment: Prisma.AssignmentCreateManyInput[];
  assignmentPartner: Prisma.AssignmentPartnerCreateManyInput[];
  occurrence: Prisma.OccurrenceCreateManyInput[];
  checkIn: Prisma.CheckInCreateManyInput[];
  entry: Prisma.EntryCreateManyInput[];
  entryClearance: Prisma.EntryClearanceCreateManyInput[];
  reply: Prisma.ReplyCreateManyInput[];
  review: Prisma.ReviewCreateManyInput[];
  pulse: Prisma.PulseCreateManyInput[];
  disclosure: Prisma.DisclosureCreateManyInput[];
  safetyRecord: Prisma.SafetyRecordCreateManyInput[];
  program: Prisma.ProgramCreateManyInput[];
  enrolment: Prisma.EnrolmentCreateManyInput[];
  enrolmentWeek: Prisma.EnrolmentWeekCreateManyInput[];
  enrolmentHomework: Prisma.EnrolmentHomeworkCreateManyInput[];
  transfer: Prisma.TransferCreateManyInput[];
  release: Prisma.ReleaseCreateManyInput[];
  reception: Prisma.ReceptionCreateManyInput[];
}

/** Writes a world in one transaction, as the owner role. */
export async function insertWorld(owner: Client, rows: Rows): Promise<void> {
  const write = async (tx: Prisma.TransactionClient) => {
    await tx.user.createMany({ data: rows.user });
    await tx.credential.createMany({ data: rows.credential });
    await tx.membership.createMany({ data: rows.membership });
    await tx.practice.createMany({ data: rows.practice });
    await tx.practiceKey.createMany({ data: rows.practiceKey });
    await tx.billingAccount.createMany({ data: rows.billingAccount });
    await tx.entitlement.createMany({ data: rows.entitlement });
    await tx.person.createMany({ data: rows.person });
    await tx.personPrivate.createMany({ data: rows.personPrivate });
    await tx.personKey.createMany({ data: rows.personKey });
    await tx.staffRole.createMany({ data: rows.staffRole });
    await tx.licence.createMany({ data: rows.licence });
    await tx.agreement.createMany({ data: rows.agreement });
    await tx.supervision.createMany({ data: rows.supervision });
    await tx.couple.createMany({ data: rows.couple });
    await tx.couplePartner.createMany({ data: rows.couplePartner });
    await tx.absence.createMany({ data: rows.absence });
    await tx.coupleClinician.createMany({ data: rows.coupleClinician });
    await tx.invitation.createMany({ data: rows.invitation });
    await tx.intake.createMany({ data: rows.intake });
    await tx.appointmentRhythm.createMany({ data: rows.appointmentRhythm });
    await tx.appointment.createMany({ data: rows.appointment });
    await tx.strategy.createMany({ data: rows.strategy });
    await tx.strategyVersion.createMany({ data: rows.strategyVersion });
    await tx.strategyEdition.createMany({ data: rows.strategyEdition });
    await tx.assignment.createMany({ data: rows.assignment });
    await tx.assignmentPartner.createMany({ data: rows.assignmentPartner });
    await tx.occurrence.createMany({ data: rows.occurrence });
    await tx.checkIn.createMany({ data: rows.checkIn });
    await tx.entry.createMany({ data: rows.entry });
    await tx.entryClearance.createMany({ data: rows.entryClearance });
    await tx.reply.createMany({ data: rows.reply });
    await tx.review.createMany({ data: rows.review });
    await tx.pulse.createMany({ data: rows.pulse });
    await tx.disclosure.createMany({ data: rows.disclosure });
    await tx.safetyRecord.createMany({ data: rows.safetyRecord });
    await tx.program.createMany({ data: rows.program });
    await tx.enrolment.createMany({ data: rows.enrolment });
    await tx.enrolmentWeek.createMany({ data: rows.enrolmentWeek });
    await tx.enrolmentHomework.createMany({ data: rows.enrolmentHomework });
    await tx.transfer.createMany({ data: rows.transfer });
    await tx.release.createMany({ data: rows.release });
    await tx.reception.createMany({ data: rows.reception });
  };
  await owner.$transaction(write, { timeout: 120_000, maxWait: 30_000 });
}
