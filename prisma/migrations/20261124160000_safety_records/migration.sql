-- CreateEnum
CREATE TYPE "safety_standing" AS ENUM ('JOINT', 'INDIVIDUAL_ONLY', 'NOT_YET');

-- CreateTable
CREATE TABLE "safety_record" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "couple_id" UUID NOT NULL,
    "standing" "safety_standing" NOT NULL,
    "each_alone" BOOLEAN NOT NULL,
    "look_again_on" DATE NOT NULL,
    "note" BYTEA,
    "recorded_by_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "safety_record_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateIndex
CREATE INDEX "safety_record_practice_id_couple_id_created_at_idx" ON "safety_record"("practice_id", "couple_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "safety_record_practice_id_recorded_by_id_client_id_key" ON "safety_record"("practice_id", "recorded_by_id", "client_id");

-- AddForeignKey
ALTER TABLE "safety_record" ADD CONSTRAINT "safety_record_practice_id_couple_id_fkey" FOREIGN KEY ("practice_id", "couple_id") REFERENCES "couple"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "safety_record" ADD CONSTRAINT "safety_record_practice_id_recorded_by_id_fkey" FOREIGN KEY ("practice_id", "recorded_by_id") REFERENCES "person"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Joint work needs that each was asked alone.
ALTER TABLE safety_record ADD CONSTRAINT safety_record_alone CHECK (standing <> 'JOINT' OR each_alone);

-- For the couple's clinicians alone (privacy rule 4). Nothing of it is changed or removed: the latest row holds.
ALTER TABLE safety_record ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON safety_record TO reconnect_owner USING (true) WITH CHECK (true);
CREATE POLICY backup_read ON safety_record FOR SELECT TO reconnect_backup USING (true);
CREATE POLICY app_read ON safety_record FOR SELECT TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND couple_id = ANY ((SELECT guard.app_clinician_couples())::uuid[]));
CREATE POLICY app_insert ON safety_record FOR INSERT TO reconnect_app
  WITH CHECK (practice_id = (SELECT guard.app_practice()) AND recorded_by_id = (SELECT guard.app_person())
    AND couple_id = ANY ((SELECT guard.app_clinician_couples())::uuid[]));
GRANT SELECT, INSERT ON safety_record TO reconnect_app;
GRANT SELECT ON safety_record TO reconnect_backup;
