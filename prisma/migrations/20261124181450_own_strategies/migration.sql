-- CreateEnum
CREATE TYPE "strategy_state" AS ENUM ('DRAFT', 'PUBLISHED', 'ARCHIVED');

-- AlterTable
ALTER TABLE "strategy_version" ADD COLUMN     "strategy_id" UUID;

-- CreateTable
CREATE TABLE "strategy" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "state" "strategy_state" NOT NULL,
    "shared" BOOLEAN NOT NULL,
    "draft" JSONB NOT NULL,
    "revision" INTEGER NOT NULL,
    "missing_en" INTEGER NOT NULL,
    "missing_es" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "strategy_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "strategy_edition" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "strategy_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "author_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "missing_en" INTEGER NOT NULL,
    "missing_es" INTEGER NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "strategy_edition_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateIndex
CREATE INDEX "strategy_practice_id_author_id_idx" ON "strategy"("practice_id", "author_id");

-- CreateIndex
CREATE INDEX "strategy_edition_practice_id_version_id_idx" ON "strategy_edition"("practice_id", "version_id");

-- CreateIndex
CREATE UNIQUE INDEX "strategy_edition_practice_id_strategy_id_number_key" ON "strategy_edition"("practice_id", "strategy_id", "number");

-- CreateIndex
CREATE INDEX "strategy_version_practice_id_strategy_id_idx" ON "strategy_version"("practice_id", "strategy_id");

-- AddForeignKey
ALTER TABLE "strategy_version" ADD CONSTRAINT "strategy_version_practice_id_strategy_id_fkey" FOREIGN KEY ("practice_id", "strategy_id") REFERENCES "strategy"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "strategy" ADD CONSTRAINT "strategy_practice_id_author_id_fkey" FOREIGN KEY ("practice_id", "author_id") REFERENCES "person"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "strategy_edition" ADD CONSTRAINT "strategy_edition_practice_id_strategy_id_fkey" FOREIGN KEY ("practice_id", "strategy_id") REFERENCES "strategy"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "strategy_edition" ADD CONSTRAINT "strategy_edition_practice_id_author_id_fkey" FOREIGN KEY ("practice_id", "author_id") REFERENCES "person"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "strategy_edition" ADD CONSTRAINT "strategy_edition_practice_id_version_id_fkey" FOREIGN KEY ("practice_id", "version_id") REFERENCES "strategy_version"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE strategy ADD CONSTRAINT strategy_revision CHECK (revision > 0);
ALTER TABLE strategy_edition ADD CONSTRAINT strategy_edition_number CHECK (number > 0);

-- The own strategies whose published editions the session's person may read: their own, and what colleagues share. Therapists alone.
CREATE FUNCTION guard.app_strategies() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN (
    SELECT coalesce(array_agg(s.id), '{}') FROM public.strategy s
    WHERE s.practice_id = (SELECT guard.app_practice()) AND 'THERAPIST' = ANY ((SELECT guard.app_roles())::text[])
      AND (s.author_id = (SELECT guard.app_person()) OR (s.shared AND s.state = 'PUBLISHED')));
END $$;
REVOKE ALL ON FUNCTION guard.app_strategies() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard.app_strategies() TO reconnect_app;

-- A draft is its author's alone, as long as they treat here.
ALTER TABLE strategy ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON strategy TO reconnect_owner USING (true) WITH CHECK (true);
CREATE POLICY backup_read ON strategy FOR SELECT TO reconnect_backup USING (true);
CREATE POLICY app_all ON strategy TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND author_id = (SELECT guard.app_person())
    AND 'THERAPIST' = ANY ((SELECT guard.app_roles())::text[]));
GRANT SELECT, INSERT, DELETE ON strategy TO reconnect_app;
GRANT UPDATE (state, shared, draft, revision, missing_en, missing_es, updated_at) ON strategy TO reconnect_app;
GRANT SELECT ON strategy TO reconnect_backup;

-- What was published stays as it was. Foreign keys keep a strategy that was ever published from being removed.
ALTER TABLE strategy_edition ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON strategy_edition TO reconnect_owner USING (true) WITH CHECK (true);
CREATE POLICY backup_read ON strategy_edition FOR SELECT TO reconnect_backup USING (true);
CREATE POLICY app_read ON strategy_edition FOR SELECT TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND strategy_id = ANY ((SELECT guard.app_strategies())::uuid[]));
CREATE POLICY app_insert ON strategy_edition FOR INSERT TO reconnect_app
  WITH CHECK (practice_id = (SELECT guard.app_practice()) AND author_id = (SELECT guard.app_person()) AND EXISTS (
    SELECT 1 FROM strategy s WHERE s.practice_id = strategy_edition.practice_id AND s.id = strategy_edition.strategy_id));
GRANT SELECT, INSERT ON strategy_edition TO reconnect_app;
GRANT SELECT ON strategy_edition TO reconnect_backup;

-- Versions of own strategies: whoever may read what is published, and whoever is or was asked to do it. Those of the library: staff.
DROP POLICY app_read ON strategy_version;
CREATE POLICY app_read ON strategy_version FOR SELECT TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND (
    CASE WHEN strategy_id IS NULL THEN (SELECT guard.app_is_staff()) ELSE strategy_id = ANY ((SELECT guard.app_strategies())::uuid[]) END
    OR EXISTS (SELECT 1 FROM assignment a WHERE a.practice_id = strategy_version.practice_id AND a.strategy_version_id = strategy_version.id)));
DROP POLICY app_insert ON strategy_version;
CREATE POLICY app_insert ON strategy_version FOR INSERT TO reconnect_app
  WITH CHECK (practice_id = (SELECT guard.app_practice()) AND 'THERAPIST' = ANY ((SELECT guard.app_roles())::text[]) AND (
    strategy_id IS NULL OR EXISTS (
      SELECT 1 FROM strategy s WHERE s.practice_id = strategy_version.practice_id AND s.id = strategy_version.strategy_id)));
