-- CreateEnum
CREATE TYPE "ops"."key_rotation_kind" AS ENUM ('RING', 'PRACTICE', 'PERSON');

-- AlterTable
ALTER TABLE "practice_key" ADD COLUMN     "previous" BYTEA,
ADD COLUMN     "previous_ring_key_id" TEXT,
ADD COLUMN     "shredded_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "person_key" ADD COLUMN     "previous" BYTEA,
ADD COLUMN     "shredded_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "disclosure" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "couple_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "disclosed_on" DATE NOT NULL,
    "supersedes_id" UUID,
    "withdrawn" BOOLEAN NOT NULL,
    "words" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "disclosure_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "ops"."key_rotation" (
    "id" UUID NOT NULL,
    "kind" "ops"."key_rotation_kind" NOT NULL,
    "practice_id" UUID,
    "person_id" UUID,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "swapped_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "cursor" TEXT NOT NULL,
    "done" INTEGER NOT NULL,
    "total" INTEGER NOT NULL,

    CONSTRAINT "key_rotation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ops"."key_shredding" (
    "id" UUID NOT NULL,
    "practice_id" UUID NOT NULL,
    "person_id" UUID,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "key_shredding_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "disclosure_practice_id_couple_id_disclosed_on_idx" ON "disclosure"("practice_id", "couple_id", "disclosed_on");

-- CreateIndex
CREATE UNIQUE INDEX "disclosure_practice_id_recorded_by_id_client_id_key" ON "disclosure"("practice_id", "recorded_by_id", "client_id");

-- CreateIndex
CREATE UNIQUE INDEX "disclosure_practice_id_couple_id_person_id_id_key" ON "disclosure"("practice_id", "couple_id", "person_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "disclosure_practice_id_couple_id_person_id_supersedes_id_key" ON "disclosure"("practice_id", "couple_id", "person_id", "supersedes_id");

-- AddForeignKey
ALTER TABLE "disclosure" ADD CONSTRAINT "disclosure_practice_id_couple_id_person_id_fkey" FOREIGN KEY ("practice_id", "couple_id", "person_id") REFERENCES "couple_partner"("practice_id", "couple_id", "person_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disclosure" ADD CONSTRAINT "disclosure_practice_id_recorded_by_id_fkey" FOREIGN KEY ("practice_id", "recorded_by_id") REFERENCES "person"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disclosure" ADD CONSTRAINT "disclosure_practice_id_couple_id_person_id_supersedes_id_fkey" FOREIGN KEY ("practice_id", "couple_id", "person_id", "supersedes_id") REFERENCES "disclosure"("practice_id", "couple_id", "person_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ── Who may ─────────────────────────────────────────────────────────────────────────────────────────────────

-- The accounting is kept by the couple's clinicians. Nothing of it is changed or removed: a correction is a row.
ALTER TABLE disclosure ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON disclosure TO reconnect_owner USING (true) WITH CHECK (true);
CREATE POLICY backup_read ON disclosure FOR SELECT TO reconnect_backup USING (true);
CREATE POLICY app_read ON disclosure FOR SELECT TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND couple_id = ANY ((SELECT guard.app_clinician_couples())::uuid[]));
CREATE POLICY app_insert ON disclosure FOR INSERT TO reconnect_app
  WITH CHECK (practice_id = (SELECT guard.app_practice()) AND recorded_by_id = (SELECT guard.app_person())
    AND couple_id = ANY ((SELECT guard.app_clinician_couples())::uuid[]));
GRANT SELECT, INSERT ON disclosure TO reconnect_app;
GRANT SELECT ON disclosure, ops.key_rotation, ops.key_shredding TO reconnect_backup;

-- A key that was destroyed is empty, and no other is.
ALTER TABLE person_key ADD CONSTRAINT person_key_shredded CHECK ((shredded_at IS NULL) = (octet_length(wrapped) > 0));
ALTER TABLE practice_key ADD CONSTRAINT practice_key_shredded CHECK ((shredded_at IS NULL) = (octet_length(wrapped) > 0));
ALTER TABLE practice_key ADD CONSTRAINT practice_key_previous CHECK ((previous IS NULL) = (previous_ring_key_id IS NULL));
-- One rotation of a key at a time.
CREATE UNIQUE INDEX key_rotation_open ON ops.key_rotation
  (kind, coalesce(practice_id, '00000000-0000-0000-0000-000000000000'), coalesce(person_id, '00000000-0000-0000-0000-000000000000'))
  WHERE finished_at IS NULL;
