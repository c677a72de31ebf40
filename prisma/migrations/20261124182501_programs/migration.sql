-- CreateEnum
CREATE TYPE "enrolment_state" AS ENUM ('ACTIVE', 'PAUSED', 'ENDED', 'FINISHED');

-- CreateEnum
CREATE TYPE "week_state" AS ENUM ('WAITING', 'OPEN', 'DONE', 'SKIPPED');

-- CreateEnum
CREATE TYPE "week_gate" AS ENUM ('DATE', 'THERAPIST');

-- CreateTable
CREATE TABLE "program" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "shared" BOOLEAN NOT NULL,
    "content" JSONB NOT NULL,
    "revision" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "program_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "enrolment" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "couple_id" UUID NOT NULL,
    "program_key" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "state" "enrolment_state" NOT NULL,
    "starts_on" DATE NOT NULL,
    "next_on" DATE NOT NULL,
    "paused_on" DATE,
    "enrolled_by_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "enrolment_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "enrolment_week" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "couple_id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "opens" "week_gate" NOT NULL,
    "state" "week_state" NOT NULL,
    "text" JSONB NOT NULL,
    "strategies" JSONB NOT NULL,
    "opened_on" DATE,
    "ends_on" DATE,
    "opened_at" TIMESTAMPTZ(3),
    "opened_by_id" UUID,

    CONSTRAINT "enrolment_week_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateTable
CREATE TABLE "enrolment_homework" (
    "practice_id" UUID NOT NULL,
    "week_id" UUID NOT NULL,
    "assignment_id" UUID NOT NULL,
    "couple_id" UUID NOT NULL,

    CONSTRAINT "enrolment_homework_pkey" PRIMARY KEY ("practice_id","week_id","assignment_id")
);

-- CreateIndex
CREATE INDEX "program_practice_id_author_id_idx" ON "program"("practice_id", "author_id");

-- CreateIndex
CREATE UNIQUE INDEX "enrolment_practice_id_couple_id_id_key" ON "enrolment"("practice_id", "couple_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "enrolment_practice_id_enrolled_by_id_client_id_key" ON "enrolment"("practice_id", "enrolled_by_id", "client_id");

-- CreateIndex
CREATE INDEX "enrolment_week_practice_id_enrolment_id_position_idx" ON "enrolment_week"("practice_id", "enrolment_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "enrolment_week_practice_id_couple_id_id_key" ON "enrolment_week"("practice_id", "couple_id", "id");

-- CreateIndex
CREATE INDEX "enrolment_homework_practice_id_assignment_id_idx" ON "enrolment_homework"("practice_id", "assignment_id");

-- AddForeignKey
ALTER TABLE "program" ADD CONSTRAINT "program_practice_id_author_id_fkey" FOREIGN KEY ("practice_id", "author_id") REFERENCES "person"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_practice_id_couple_id_fkey" FOREIGN KEY ("practice_id", "couple_id") REFERENCES "couple"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_practice_id_enrolled_by_id_fkey" FOREIGN KEY ("practice_id", "enrolled_by_id") REFERENCES "person"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolment_week" ADD CONSTRAINT "enrolment_week_practice_id_couple_id_enrolment_id_fkey" FOREIGN KEY ("practice_id", "couple_id", "enrolment_id") REFERENCES "enrolment"("practice_id", "couple_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolment_week" ADD CONSTRAINT "enrolment_week_practice_id_opened_by_id_fkey" FOREIGN KEY ("practice_id", "opened_by_id") REFERENCES "person"("practice_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolment_homework" ADD CONSTRAINT "enrolment_homework_practice_id_couple_id_week_id_fkey" FOREIGN KEY ("practice_id", "couple_id", "week_id") REFERENCES "enrolment_week"("practice_id", "couple_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolment_homework" ADD CONSTRAINT "enrolment_homework_practice_id_couple_id_assignment_id_fkey" FOREIGN KEY ("practice_id", "couple_id", "assignment_id") REFERENCES "assignment"("practice_id", "couple_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE program ADD CONSTRAINT program_content CHECK (octet_length(content::text) <= 100000);
ALTER TABLE program ADD CONSTRAINT program_revision CHECK (revision > 0);
ALTER TABLE enrolment ADD CONSTRAINT enrolment_pause CHECK ((state = 'PAUSED') = (paused_on IS NOT NULL));
ALTER TABLE enrolment ADD CONSTRAINT enrolment_end CHECK ((state IN ('ENDED', 'FINISHED')) = (ended_at IS NOT NULL));
ALTER TABLE enrolment_week ADD CONSTRAINT enrolment_week_opened
  CHECK ((state IN ('OPEN', 'DONE')) = (opened_on IS NOT NULL) AND (opened_on IS NULL) = (ends_on IS NULL) AND opened_on <= ends_on);
-- A couple is in one program at a time, and in one week of it.
CREATE UNIQUE INDEX enrolment_one_runs ON enrolment (practice_id, couple_id) WHERE state IN ('ACTIVE', 'PAUSED');
CREATE UNIQUE INDEX enrolment_week_one_open ON enrolment_week (practice_id, enrolment_id) WHERE state = 'OPEN';

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['program', 'enrolment', 'enrolment_week', 'enrolment_homework']
  LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON public.%I TO reconnect_owner USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY backup_read ON public.%I FOR SELECT TO reconnect_backup USING (true)', t);
    EXECUTE format('GRANT SELECT ON public.%I TO reconnect_backup', t);
  END LOOP;
END $$;

-- An own program: its author works on it, the other therapists read what is shared.
CREATE POLICY app_read ON program FOR SELECT TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND 'THERAPIST' = ANY ((SELECT guard.app_roles())::text[])
    AND (author_id = (SELECT guard.app_person()) OR shared));
CREATE POLICY app_insert ON program FOR INSERT TO reconnect_app
  WITH CHECK (practice_id = (SELECT guard.app_practice()) AND 'THERAPIST' = ANY ((SELECT guard.app_roles())::text[])
    AND author_id = (SELECT guard.app_person()));
CREATE POLICY app_update ON program FOR UPDATE TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND 'THERAPIST' = ANY ((SELECT guard.app_roles())::text[])
    AND author_id = (SELECT guard.app_person()));
GRANT SELECT, INSERT ON program TO reconnect_app;
GRANT UPDATE (shared, content, revision, updated_at, archived_at) ON program TO reconnect_app;

-- Where a couple stands is for its clinicians. A partner reads the week that is open, and no table: see app_program_week.
CREATE POLICY app_read ON enrolment FOR SELECT TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND couple_id = ANY ((SELECT guard.app_clinician_couples())::uuid[]));
CREATE POLICY app_insert ON enrolment FOR INSERT TO reconnect_app
  WITH CHECK (practice_id = (SELECT guard.app_practice()) AND enrolled_by_id = (SELECT guard.app_person())
    AND couple_id = ANY ((SELECT guard.app_clinician_couples())::uuid[]));
CREATE POLICY app_update ON enrolment FOR UPDATE TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND couple_id = ANY ((SELECT guard.app_clinician_couples())::uuid[]));
CREATE POLICY app_read ON enrolment_week FOR SELECT TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND couple_id = ANY ((SELECT guard.app_clinician_couples())::uuid[]));
CREATE POLICY app_insert ON enrolment_week FOR INSERT TO reconnect_app
  WITH CHECK (practice_id = (SELECT guard.app_practice()) AND couple_id = ANY ((SELECT guard.app_clinician_couples())::uuid[]));
CREATE POLICY app_update ON enrolment_week FOR UPDATE TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND couple_id = ANY ((SELECT guard.app_clinician_couples())::uuid[]));
CREATE POLICY app_read ON enrolment_homework FOR SELECT TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND couple_id = ANY ((SELECT guard.app_clinician_couples())::uuid[]));
CREATE POLICY app_insert ON enrolment_homework FOR INSERT TO reconnect_app
  WITH CHECK (practice_id = (SELECT guard.app_practice()) AND couple_id = ANY ((SELECT guard.app_clinician_couples())::uuid[]));
GRANT SELECT, INSERT ON enrolment, enrolment_week, enrolment_homework TO reconnect_app;
GRANT UPDATE (state, next_on, paused_on, ended_at) ON enrolment TO reconnect_app;
GRANT UPDATE (position, opens, state, opened_on, ends_on, opened_at, opened_by_id) ON enrolment_week TO reconnect_app;

-- What the partners of the couple that was entered may know of its program: its name, and the week that is open. Not how
-- the coming weeks open, nor what they hold.
CREATE FUNCTION guard.app_program_week()
RETURNS TABLE (title jsonb, week jsonb, number int, total int, paused boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN QUERY
    SELECT jsonb_build_object('en', e.content->'text'->'en'->>'title', 'es', e.content->'text'->'es'->>'title'), w.text,
      (SELECT count(*)::int FROM public.enrolment_week x WHERE x.practice_id = e.practice_id AND x.enrolment_id = e.id AND x.state IN ('OPEN', 'DONE')),
      (SELECT count(*)::int FROM public.enrolment_week x WHERE x.practice_id = e.practice_id AND x.enrolment_id = e.id AND x.state <> 'SKIPPED'),
      e.state = 'PAUSED'
    FROM public.enrolment e
    JOIN public.enrolment_week w ON w.practice_id = e.practice_id AND w.enrolment_id = e.id AND w.state = 'OPEN'
    WHERE e.practice_id = (SELECT guard.app_practice()) AND e.state IN ('ACTIVE', 'PAUSED')
      AND e.couple_id = nullif(current_setting('app.couple_id', true), '')::uuid
      AND e.couple_id = ANY ((SELECT guard.app_partner_couples())::uuid[]);
END $$;
REVOKE ALL ON FUNCTION guard.app_program_week() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard.app_program_week() TO reconnect_app;

-- The worker opens a week on its date: homework without words, as the enrolment says, where joint work is recorded as possible.
CREATE POLICY worker_all ON enrolment TO reconnect_worker
  USING (practice_id = (SELECT guard.app_practice())) WITH CHECK (practice_id = (SELECT guard.app_practice()));
CREATE POLICY worker_all ON enrolment_week TO reconnect_worker
  USING (practice_id = (SELECT guard.app_practice())) WITH CHECK (practice_id = (SELECT guard.app_practice()));
CREATE POLICY worker_all ON enrolment_homework TO reconnect_worker
  USING (practice_id = (SELECT guard.app_practice())) WITH CHECK (practice_id = (SELECT guard.app_practice()));
CREATE POLICY worker_read ON safety_record FOR SELECT TO reconnect_worker USING (practice_id = (SELECT guard.app_practice()));
GRANT SELECT ON enrolment, enrolment_week, enrolment_homework TO reconnect_worker;
GRANT UPDATE (state, next_on, ended_at) ON enrolment TO reconnect_worker;
GRANT UPDATE (state, opened_on, ends_on, opened_at) ON enrolment_week TO reconnect_worker;
GRANT INSERT ON enrolment_homework, assignment, assignment_partner TO reconnect_worker;
GRANT SELECT (practice_id, id, couple_id, standing, look_again_on, created_at) ON safety_record TO reconnect_worker;
GRANT SELECT (couple_id, person_id) ON couple_clinician TO reconnect_worker;
