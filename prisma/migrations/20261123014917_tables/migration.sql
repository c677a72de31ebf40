-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "identity";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "ops";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "audit_outcome" AS ENUM ('ALLOWED', 'DENIED');

-- CreateEnum
CREATE TYPE "couple_state" AS ENUM ('ACTIVE', 'PAUSED', 'ENDED');

-- CreateEnum
CREATE TYPE "clinician_role" AS ENUM ('PRIMARY', 'SUPERVISOR', 'COVERING');

-- CreateEnum
CREATE TYPE "assignment_mode" AS ENUM ('JUST_YOU', 'EACH', 'TOGETHER');

-- CreateEnum
CREATE TYPE "assignment_state" AS ENUM ('ACTIVE', 'PAUSED', 'ENDED');

-- CreateEnum
CREATE TYPE "check_in_result" AS ENUM ('DONE', 'PARTLY', 'NOT_THIS_TIME');

-- CreateEnum
CREATE TYPE "visibility" AS ENUM ('PRIVATE', 'THERAPIST', 'SHARED');

-- CreateEnum
CREATE TYPE "reply_audience" AS ENUM ('AUTHOR', 'SAME_READERS');

-- CreateEnum
CREATE TYPE "identity"."credential_kind" AS ENUM ('PASSWORD');

-- CreateEnum
CREATE TYPE "staff_role_kind" AS ENUM ('OWNER', 'THERAPIST', 'COORDINATOR');

-- CreateEnum
CREATE TYPE "licence_status" AS ENUM ('SUBMITTED', 'VERIFIED', 'REJECTED', 'EXPIRED', 'SUSPENDED');

-- CreateEnum
CREATE TYPE "reminder_kind" AS ENUM ('HOMEWORK_NEW', 'HOMEWORK_DUE');

-- CreateEnum
CREATE TYPE "reminder_state" AS ENUM ('OWED', 'CLAIMED', 'SENT', 'SKIPPED', 'FAILED');

-- CreateEnum
CREATE TYPE "reminder_reason" AS ENUM ('DONE', 'ENDED', 'UNSUBSCRIBED', 'STALE', 'REJECTED');

-- CreateTable
CREATE TABLE "audit" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" UUID,
    "session_id" UUID,
    "couple_id" UUID,
    "procedure" TEXT NOT NULL,
    "outcome" "audit_outcome" NOT NULL,

    CONSTRAINT "audit_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "couple" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "state" "couple_state" NOT NULL,
    "started_on" DATE NOT NULL,
    "ended_on" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "couple_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "couple_partner" (
    "practice_id" UUID NOT NULL,
    "couple_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "joined_at" TIMESTAMPTZ(3),

    CONSTRAINT "couple_partner_pkey" PRIMARY KEY ("practice_id","couple_id","person_id")
);

-- CreateTable
CREATE TABLE "couple_clinician" (
    "practice_id" UUID NOT NULL,
    "couple_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" "clinician_role" NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3),

    CONSTRAINT "couple_clinician_pkey" PRIMARY KEY ("practice_id","couple_id","person_id")
);

-- CreateTable
CREATE TABLE "appointment" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "couple_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "minutes" INTEGER NOT NULL,

    CONSTRAINT "appointment_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "strategy_version" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "strategy_version_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "assignment" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "couple_id" UUID NOT NULL,
    "strategy_version_id" UUID NOT NULL,
    "assigned_by_id" UUID NOT NULL,
    "mode" "assignment_mode" NOT NULL,
    "known_to_both" BOOLEAN NOT NULL,
    "cadence" JSONB NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "state" "assignment_state" NOT NULL,
    "note" BYTEA,
    "client_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "assignment_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "assignment_partner" (
    "practice_id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "couple_id" UUID NOT NULL,

    CONSTRAINT "assignment_partner_pkey" PRIMARY KEY ("practice_id","assignment_id","person_id")
);

-- CreateTable
CREATE TABLE "occurrence" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "couple_id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "opens_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,

    CONSTRAINT "occurrence_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "check_in" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "couple_id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "occurrence_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "result" "check_in_result" NOT NULL,
    "difficulty" INTEGER,
    "usefulness" INTEGER,
    "shared_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "check_in_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "entry" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "couple_id" UUID NOT NULL,
    "check_in_id" UUID,
    "author_id" UUID NOT NULL,
    "block" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "visibility" "visibility" NOT NULL,
    "shared_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "body" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "entry_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "reply" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "couple_id" UUID NOT NULL,
    "check_in_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "audience" "reply_audience" NOT NULL,
    "body" BYTEA NOT NULL,
    "client_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reply_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "review" (
    "practice_id" UUID NOT NULL,
    "check_in_id" UUID NOT NULL,
    "couple_id" UUID NOT NULL,
    "reviewed_by_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "reviewed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "review_pkey" PRIMARY KEY ("practice_id","check_in_id")
);

-- CreateTable
CREATE TABLE "pulse" (
    "practice_id" UUID NOT NULL,
    "couple_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "week_of" DATE NOT NULL,
    "trust" INTEGER,
    "communication" INTEGER,
    "intimacy" INTEGER,
    "connection" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pulse_pkey" PRIMARY KEY ("practice_id","couple_id","person_id","week_of")
);

-- CreateTable
CREATE TABLE "identity"."user" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "disabled_at" TIMESTAMPTZ(3),

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity"."credential" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" "identity"."credential_kind" NOT NULL,
    "secret" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "credential_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity"."session" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "device" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "idle_minutes" INTEGER NOT NULL,
    "idle_expires_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity"."ticket" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "consumed_at" TIMESTAMPTZ(3),

    CONSTRAINT "ticket_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity"."membership" (
    "user_id" UUID NOT NULL,
    "practice_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "staff" BOOLEAN NOT NULL,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("user_id","practice_id")
);

-- CreateTable
CREATE TABLE "ops"."installation" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "is_test" BOOLEAN NOT NULL DEFAULT false,
    "demo_seeded_at" TIMESTAMPTZ(3),
    "key_fingerprint" TEXT,

    CONSTRAINT "installation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ops"."heartbeat" (
    "name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "mail_ok" BOOLEAN NOT NULL,

    CONSTRAINT "heartbeat_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "practice" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "sender_name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "country" CHAR(2) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "practice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "practice_key" (
    "practice_id" UUID NOT NULL,
    "ring_key_id" TEXT NOT NULL,
    "wrapped" BYTEA NOT NULL,

    CONSTRAINT "practice_key_pkey" PRIMARY KEY ("practice_id")
);

-- CreateTable
CREATE TABLE "person" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "user_id" UUID,
    "display_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "person_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "person_private" (
    "practice_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "contact_email" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "reminder_hour" INTEGER NOT NULL,
    "quiet_from" INTEGER,
    "quiet_to" INTEGER,

    CONSTRAINT "person_private_pkey" PRIMARY KEY ("practice_id","person_id")
);

-- CreateTable
CREATE TABLE "person_key" (
    "practice_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "wrapped" BYTEA NOT NULL,

    CONSTRAINT "person_key_pkey" PRIMARY KEY ("practice_id","person_id")
);

-- CreateTable
CREATE TABLE "staff_role" (
    "practice_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" "staff_role_kind" NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "staff_role_pkey" PRIMARY KEY ("practice_id","person_id","role")
);

-- CreateTable
CREATE TABLE "licence" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "jurisdiction" TEXT NOT NULL,
    "status" "licence_status" NOT NULL,
    "expires_on" DATE NOT NULL,

    CONSTRAINT "licence_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "reminder" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" "reminder_kind" NOT NULL,
    "subject" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "state" "reminder_state" NOT NULL DEFAULT 'OWED',
    "reason" "reminder_reason",
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lease_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "reminder_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "reminder_opt_out" (
    "practice_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" "reminder_kind" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reminder_opt_out_pkey" PRIMARY KEY ("practice_id","person_id","kind")
);

-- CreateIndex
CREATE INDEX "audit_practice_id_at_idx" ON "audit"("practice_id", "at");

-- CreateIndex
CREATE INDEX "audit_practice_id_couple_id_at_idx" ON "audit"("practice_id", "couple_id", "at");

-- CreateIndex
CREATE INDEX "couple_partner_practice_id_person_id_idx" ON "couple_partner"("practice_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "couple_partner_practice_id_couple_id_position_key" ON "couple_partner"("practice_id", "couple_id", "position");

-- CreateIndex
CREATE INDEX "couple_clinician_practice_id_person_id_idx" ON "couple_clinician"("practice_id", "person_id");

-- CreateIndex
CREATE INDEX "appointment_practice_id_couple_id_starts_at_idx" ON "appointment"("practice_id", "couple_id", "starts_at");

-- CreateIndex
CREATE UNIQUE INDEX "strategy_version_practice_id_content_hash_key" ON "strategy_version"("practice_id", "content_hash");

-- CreateIndex
CREATE INDEX "assignment_practice_id_strategy_version_id_idx" ON "assignment"("practice_id", "strategy_version_id");

-- CreateIndex
CREATE UNIQUE INDEX "assignment_practice_id_assigned_by_id_client_id_key" ON "assignment"("practice_id", "assigned_by_id", "client_id");

-- CreateIndex
CREATE UNIQUE INDEX "assignment_practice_id_couple_id_id_key" ON "assignment"("practice_id", "couple_id", "id");

-- CreateIndex
CREATE INDEX "assignment_partner_practice_id_person_id_idx" ON "assignment_partner"("practice_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "assignment_partner_practice_id_couple_id_assignment_id_pers_key" ON "assignment_partner"("practice_id", "couple_id", "assignment_id", "person_id");

-- CreateIndex
CREATE INDEX "occurrence_practice_id_couple_id_due_on_idx" ON "occurrence"("practice_id", "couple_id", "due_on");

-- CreateIndex
CREATE INDEX "occurrence_practice_id_person_id_due_on_idx" ON "occurrence"("practice_id", "person_id", "due_on");

-- CreateIndex
CREATE UNIQUE INDEX "occurrence_practice_id_assignment_id_person_id_ordinal_key" ON "occurrence"("practice_id", "assignment_id", "person_id", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "occurrence_practice_id_couple_id_assignment_id_person_id_id_key" ON "occurrence"("practice_id", "couple_id", "assignment_id", "person_id", "id");

-- CreateIndex
CREATE INDEX "check_in_practice_id_couple_id_created_at_idx" ON "check_in"("practice_id", "couple_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "check_in_practice_id_occurrence_id_key" ON "check_in"("practice_id", "occurrence_id");

-- CreateIndex
CREATE UNIQUE INDEX "check_in_practice_id_couple_id_assignment_id_author_id_occu_key" ON "check_in"("practice_id", "couple_id", "assignment_id", "author_id", "occurrence_id");

-- CreateIndex
CREATE UNIQUE INDEX "check_in_practice_id_author_id_client_id_key" ON "check_in"("practice_id", "author_id", "client_id");

-- CreateIndex
CREATE UNIQUE INDEX "check_in_practice_id_couple_id_id_key" ON "check_in"("practice_id", "couple_id", "id");

-- CreateIndex
CREATE INDEX "entry_practice_id_couple_id_created_at_idx" ON "entry"("practice_id", "couple_id", "created_at");

-- CreateIndex
CREATE INDEX "entry_practice_id_check_in_id_idx" ON "entry"("practice_id", "check_in_id");

-- CreateIndex
CREATE INDEX "reply_practice_id_check_in_id_idx" ON "reply"("practice_id", "check_in_id");

-- CreateIndex
CREATE UNIQUE INDEX "reply_practice_id_author_id_client_id_key" ON "reply"("practice_id", "author_id", "client_id");

-- CreateIndex
CREATE UNIQUE INDEX "review_practice_id_couple_id_check_in_id_key" ON "review"("practice_id", "couple_id", "check_in_id");

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "identity"."user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "credential_user_id_kind_key" ON "identity"."credential"("user_id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_hash_key" ON "identity"."session"("token_hash");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "identity"."session"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "ticket_token_hash_key" ON "identity"."ticket"("token_hash");

-- CreateIndex
CREATE INDEX "ticket_user_id_idx" ON "identity"."ticket"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "person_practice_id_user_id_key" ON "person"("practice_id", "user_id");

-- CreateIndex
CREATE INDEX "licence_practice_id_person_id_idx" ON "licence"("practice_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "reminder_practice_id_person_id_kind_subject_key" ON "reminder"("practice_id", "person_id", "kind", "subject");

-- AddForeignKey
ALTER TABLE "couple" ADD CONSTRAINT "couple_practice_id_fkey" FOREIGN KEY ("practice_id") REFERENCES "practice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "couple_partner" ADD CONSTRAINT "couple_partner_practice_id_couple_id_fkey" FOREIGN KEY ("practice_id", "couple_id") REFERENCES "couple"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "couple_partner" ADD CONSTRAINT "couple_partner_practice_id_person_id_fkey" FOREIGN KEY ("practice_id", "person_id") REFERENCES "person"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "couple_clinician" ADD CONSTRAINT "couple_clinician_practice_id_couple_id_fkey" FOREIGN KEY ("practice_id", "couple_id") REFERENCES "couple"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "couple_clinician" ADD CONSTRAINT "couple_clinician_practice_id_person_id_fkey" FOREIGN KEY ("practice_id", "person_id") REFERENCES "person"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_practice_id_couple_id_fkey" FOREIGN KEY ("practice_id", "couple_id") REFERENCES "couple"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_practice_id_couple_id_fkey" FOREIGN KEY ("practice_id", "couple_id") REFERENCES "couple"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_practice_id_strategy_version_id_fkey" FOREIGN KEY ("practice_id", "strategy_version_id") REFERENCES "strategy_version"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_practice_id_assigned_by_id_fkey" FOREIGN KEY ("practice_id", "assigned_by_id") REFERENCES "person"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_partner" ADD CONSTRAINT "assignment_partner_practice_id_couple_id_assignment_id_fkey" FOREIGN KEY ("practice_id", "couple_id", "assignment_id") REFERENCES "assignment"("practice_id", "couple_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment_partner" ADD CONSTRAINT "assignment_partner_practice_id_couple_id_person_id_fkey" FOREIGN KEY ("practice_id", "couple_id", "person_id") REFERENCES "couple_partner"("practice_id", "couple_id", "person_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "occurrence" ADD CONSTRAINT "occurrence_practice_id_couple_id_assignment_id_fkey" FOREIGN KEY ("practice_id", "couple_id", "assignment_id") REFERENCES "assignment"("practice_id", "couple_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "occurrence" ADD CONSTRAINT "occurrence_practice_id_couple_id_assignment_id_person_id_fkey" FOREIGN KEY ("practice_id", "couple_id", "assignment_id", "person_id") REFERENCES "assignment_partner"("practice_id", "couple_id", "assignment_id", "person_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_in" ADD CONSTRAINT "check_in_practice_id_couple_id_assignment_id_author_id_occ_fkey" FOREIGN KEY ("practice_id", "couple_id", "assignment_id", "author_id", "occurrence_id") REFERENCES "occurrence"("practice_id", "couple_id", "assignment_id", "person_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_in" ADD CONSTRAINT "check_in_practice_id_couple_id_assignment_id_fkey" FOREIGN KEY ("practice_id", "couple_id", "assignment_id") REFERENCES "assignment"("practice_id", "couple_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "check_in" ADD CONSTRAINT "check_in_practice_id_author_id_fkey" FOREIGN KEY ("practice_id", "author_id") REFERENCES "person"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry" ADD CONSTRAINT "entry_practice_id_couple_id_fkey" FOREIGN KEY ("practice_id", "couple_id") REFERENCES "couple"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry" ADD CONSTRAINT "entry_practice_id_author_id_fkey" FOREIGN KEY ("practice_id", "author_id") REFERENCES "person"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry" ADD CONSTRAINT "entry_practice_id_couple_id_check_in_id_fkey" FOREIGN KEY ("practice_id", "couple_id", "check_in_id") REFERENCES "check_in"("practice_id", "couple_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reply" ADD CONSTRAINT "reply_practice_id_couple_id_check_in_id_fkey" FOREIGN KEY ("practice_id", "couple_id", "check_in_id") REFERENCES "check_in"("practice_id", "couple_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reply" ADD CONSTRAINT "reply_practice_id_author_id_fkey" FOREIGN KEY ("practice_id", "author_id") REFERENCES "person"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_practice_id_couple_id_check_in_id_fkey" FOREIGN KEY ("practice_id", "couple_id", "check_in_id") REFERENCES "check_in"("practice_id", "couple_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_practice_id_reviewed_by_id_fkey" FOREIGN KEY ("practice_id", "reviewed_by_id") REFERENCES "person"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pulse" ADD CONSTRAINT "pulse_practice_id_couple_id_person_id_fkey" FOREIGN KEY ("practice_id", "couple_id", "person_id") REFERENCES "couple_partner"("practice_id", "couple_id", "person_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity"."credential" ADD CONSTRAINT "credential_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "identity"."user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity"."session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "identity"."user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity"."ticket" ADD CONSTRAINT "ticket_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "identity"."user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity"."membership" ADD CONSTRAINT "membership_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "identity"."user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "practice_key" ADD CONSTRAINT "practice_key_practice_id_fkey" FOREIGN KEY ("practice_id") REFERENCES "practice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_practice_id_fkey" FOREIGN KEY ("practice_id") REFERENCES "practice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_private" ADD CONSTRAINT "person_private_practice_id_person_id_fkey" FOREIGN KEY ("practice_id", "person_id") REFERENCES "person"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_key" ADD CONSTRAINT "person_key_practice_id_person_id_fkey" FOREIGN KEY ("practice_id", "person_id") REFERENCES "person"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_role" ADD CONSTRAINT "staff_role_practice_id_person_id_fkey" FOREIGN KEY ("practice_id", "person_id") REFERENCES "person"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "licence" ADD CONSTRAINT "licence_practice_id_person_id_fkey" FOREIGN KEY ("practice_id", "person_id") REFERENCES "person"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_practice_id_person_id_fkey" FOREIGN KEY ("practice_id", "person_id") REFERENCES "person"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reminder_opt_out" ADD CONSTRAINT "reminder_opt_out_practice_id_person_id_fkey" FOREIGN KEY ("practice_id", "person_id") REFERENCES "person"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
