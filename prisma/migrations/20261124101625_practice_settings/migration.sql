-- CreateEnum
CREATE TYPE "agreement_kind" AS ENUM ('BUSINESS_ASSOCIATE');

-- AlterTable
ALTER TABLE "practice" ADD COLUMN     "sender_chosen_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "person_private" ADD COLUMN     "start_hidden_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "agreement" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "agreement_kind" NOT NULL,
    "version" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "signatory" TEXT NOT NULL,
    "accepted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agreement_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "agreement_practice_id_kind_version_key" ON "agreement"("practice_id", "kind", "version");

-- AddForeignKey
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_practice_id_person_id_fkey" FOREIGN KEY ("practice_id", "person_id") REFERENCES "person"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- An agreement is signed by an owner, in their own name and at this instant; nobody changes or removes it.
ALTER TABLE agreement ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON agreement TO reconnect_owner USING (true) WITH CHECK (true);
CREATE POLICY backup_read ON agreement FOR SELECT TO reconnect_backup USING (true);
CREATE POLICY app_read ON agreement FOR SELECT TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND 'OWNER' = ANY ((SELECT guard.app_roles())::text[]));
CREATE POLICY app_insert ON agreement FOR INSERT TO reconnect_app
  WITH CHECK (practice_id = (SELECT guard.app_practice()) AND 'OWNER' = ANY ((SELECT guard.app_roles())::text[])
    AND person_id = (SELECT guard.app_person()) AND accepted_at = (SELECT guard.app_now()));
GRANT SELECT, INSERT ON agreement TO reconnect_app;
GRANT SELECT ON agreement TO reconnect_backup;
ALTER TABLE agreement ADD CONSTRAINT agreement_words
  CHECK (locale IN ('en', 'es') AND version ~ '^\d{4}-\d{2}$' AND length(btrim(signatory)) BETWEEN 2 AND 120);

-- Only a live owner changes what the practice is called and where it lies.
CREATE POLICY app_update ON practice FOR UPDATE TO reconnect_app
  USING (id = (SELECT guard.app_practice()) AND 'OWNER' = ANY ((SELECT guard.app_roles())::text[]))
  WITH CHECK (id = (SELECT guard.app_practice()) AND 'OWNER' = ANY ((SELECT guard.app_roles())::text[]));
GRANT UPDATE (name, sender_name, sender_chosen_at, time_zone, country) ON practice TO reconnect_app;
ALTER TABLE practice ADD CONSTRAINT practice_one_line CHECK (name !~ '[[:cntrl:]]' AND sender_name !~ '[[:cntrl:]]'),
  ADD CONSTRAINT practice_country CHECK (country ~ '^[A-Z]{2}$');

-- Everyone decides for themselves whether the list of first steps is shown.
GRANT UPDATE (start_hidden_at) ON person_private TO reconnect_app;
