-- AlterTable
ALTER TABLE "appointment" ADD COLUMN     "away" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "rhythm_id" UUID,
ADD COLUMN     "rhythm_on" DATE,
ADD COLUMN     "skipped_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "assignment" ADD COLUMN     "until_after" DATE;

-- CreateTable
CREATE TABLE "appointment_rhythm" (
    "practice_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "couple_id" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "time" TEXT NOT NULL,
    "weeks" INTEGER NOT NULL,
    "minutes" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "appointment_rhythm_pkey" PRIMARY KEY ("practice_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "appointment_rhythm_practice_id_couple_id_id_key" ON "appointment_rhythm"("practice_id", "couple_id", "id");

-- CreateIndex
CREATE INDEX "appointment_practice_id_couple_id_rhythm_id_idx" ON "appointment"("practice_id", "couple_id", "rhythm_id");

-- CreateIndex
CREATE UNIQUE INDEX "appointment_practice_id_rhythm_id_rhythm_on_key" ON "appointment"("practice_id", "rhythm_id", "rhythm_on");

-- AddForeignKey
ALTER TABLE "appointment_rhythm" ADD CONSTRAINT "appointment_rhythm_practice_id_couple_id_fkey" FOREIGN KEY ("practice_id", "couple_id") REFERENCES "couple"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_practice_id_couple_id_rhythm_id_fkey" FOREIGN KEY ("practice_id", "couple_id", "rhythm_id") REFERENCES "appointment_rhythm"("practice_id", "couple_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE appointment ADD CONSTRAINT appointment_of_rhythm CHECK ((rhythm_id IS NULL) = (rhythm_on IS NULL));
ALTER TABLE appointment ADD CONSTRAINT appointment_minutes CHECK (minutes BETWEEN 5 AND 480);
ALTER TABLE appointment_rhythm ADD CONSTRAINT appointment_rhythm_bounds
  CHECK (weeks BETWEEN 1 AND 8 AND minutes BETWEEN 5 AND 480 AND "time" ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$');
-- One rhythm at a time.
CREATE UNIQUE INDEX appointment_rhythm_standing ON appointment_rhythm (practice_id, couple_id) WHERE ended_at IS NULL;

-- ── Who schedules: coordinators and owners, and the couple's clinicians ─────────────────────────────────────

CREATE FUNCTION guard.app_schedules() RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN guard.app_roles() && ARRAY['OWNER', 'COORDINATOR'];
END $$;
REVOKE ALL ON FUNCTION guard.app_schedules() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard.app_schedules() TO reconnect_app;

ALTER TABLE appointment_rhythm ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON appointment_rhythm TO reconnect_owner USING (true) WITH CHECK (true);
CREATE POLICY backup_read ON appointment_rhythm FOR SELECT TO reconnect_backup USING (true);
CREATE POLICY app_read ON appointment_rhythm FOR SELECT TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND (SELECT guard.app_is_staff()));
CREATE POLICY app_insert ON appointment_rhythm FOR INSERT TO reconnect_app
  WITH CHECK (practice_id = (SELECT guard.app_practice())
    AND (couple_id = ANY ((SELECT guard.app_clinician_couples())::uuid[]) OR (SELECT guard.app_schedules())));
CREATE POLICY app_update ON appointment_rhythm FOR UPDATE TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice())
    AND (couple_id = ANY ((SELECT guard.app_clinician_couples())::uuid[]) OR (SELECT guard.app_schedules())));
CREATE POLICY worker_read ON appointment_rhythm FOR SELECT TO reconnect_worker USING (practice_id = (SELECT guard.app_practice()));
CREATE POLICY app_insert ON appointment FOR INSERT TO reconnect_app
  WITH CHECK (practice_id = (SELECT guard.app_practice())
    AND (couple_id = ANY ((SELECT guard.app_clinician_couples())::uuid[]) OR (SELECT guard.app_schedules())));
CREATE POLICY app_update ON appointment FOR UPDATE TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice())
    AND (couple_id = ANY ((SELECT guard.app_clinician_couples())::uuid[]) OR (SELECT guard.app_schedules())));
CREATE POLICY app_delete ON appointment FOR DELETE TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND starts_at > (SELECT guard.app_now())
    AND (couple_id = ANY ((SELECT guard.app_clinician_couples())::uuid[]) OR (SELECT guard.app_schedules())));
CREATE POLICY worker_read ON appointment FOR SELECT TO reconnect_worker USING (practice_id = (SELECT guard.app_practice()));
CREATE POLICY worker_insert ON appointment FOR INSERT TO reconnect_worker
  WITH CHECK (practice_id = (SELECT guard.app_practice()) AND rhythm_id IS NOT NULL);

GRANT SELECT ON appointment_rhythm TO reconnect_backup, reconnect_app, reconnect_worker;
GRANT INSERT (practice_id, id, couple_id, starts_on, "time", weeks, minutes, created_at), UPDATE (ended_at) ON appointment_rhythm TO reconnect_app;
GRANT INSERT (practice_id, id, couple_id, starts_at, minutes, rhythm_id, rhythm_on), UPDATE (starts_at, minutes, skipped_at), DELETE
  ON appointment TO reconnect_app;
GRANT SELECT, INSERT (practice_id, id, couple_id, starts_at, minutes, rhythm_id, rhythm_on) ON appointment TO reconnect_worker;
GRANT UPDATE (until_after) ON assignment TO reconnect_app;

-- ── Time away: whoever schedules may not read absences, so the database says which appointments fall into one ──

CREATE FUNCTION guard.appointment_away() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  NEW.away := EXISTS (
    SELECT 1 FROM public.couple_clinician cc
    JOIN public.absence ab ON ab.practice_id = cc.practice_id AND ab.person_id = cc.person_id AND ab.cancelled_at IS NULL
    JOIN public.practice pr ON pr.id = cc.practice_id
    WHERE cc.practice_id = NEW.practice_id AND cc.couple_id = NEW.couple_id AND cc.role = 'PRIMARY' AND cc.ends_at IS NULL
      AND (NEW.starts_at AT TIME ZONE pr.time_zone)::date BETWEEN ab.starts_on AND ab.ends_on);
  RETURN NEW;
END $$;
CREATE TRIGGER appointment_away BEFORE INSERT OR UPDATE ON appointment FOR EACH ROW EXECUTE FUNCTION guard.appointment_away();

-- A changed absence, or another primary clinician: coming appointments are looked at again.
CREATE FUNCTION guard.absence_reaches() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  UPDATE public.appointment a SET away = false WHERE a.practice_id = NEW.practice_id AND a.starts_at > guard.app_now()
    AND a.couple_id IN (SELECT cc.couple_id FROM public.couple_clinician cc
      WHERE cc.practice_id = NEW.practice_id AND cc.person_id = NEW.person_id AND cc.role = 'PRIMARY');
  RETURN NULL;
END $$;
CREATE TRIGGER absence_reaches AFTER INSERT OR UPDATE ON absence FOR EACH ROW EXECUTE FUNCTION guard.absence_reaches();
CREATE TRIGGER absence_reaches AFTER INSERT OR UPDATE ON couple_clinician FOR EACH ROW
  WHEN (NEW.role = 'PRIMARY') EXECUTE FUNCTION guard.absence_reaches();

-- ── Homework until the next appointment moves with it, whoever moved it ─────────────────────────────────────
-- Whoever schedules may not see homework. So the end and the windows follow here, in the same transaction, by the rules
-- of server/features/homework/policy.grid.ts: what was answered stays, nothing is added in the past.

CREATE FUNCTION guard.homework_follows() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE c record; a record; today date; target date; length int; per int;
BEGIN
  IF guard.app_now() IS NULL THEN RETURN NULL; END IF;
  FOR c IN SELECT DISTINCT t.practice_id, t.couple_id, pr.time_zone FROM touched t JOIN public.practice pr ON pr.id = t.practice_id
    ORDER BY t.couple_id
  LOOP
    PERFORM pg_advisory_xact_lock(hashtextextended('appointments ' || c.couple_id, 0));
    PERFORM pg_advisory_xact_lock_shared(hashtextextended('grids ' || c.practice_id, 0));
    today := (guard.app_now() AT TIME ZONE c.time_zone)::date;
    FOR a IN SELECT x.id, x.state, x.until_after, x.ends_on, x.cadence, coalesce(x.grid_on, x.starts_on) AS grid_on, x.grid_ordinal
      FROM public.assignment x WHERE x.practice_id = c.practice_id AND x.couple_id = c.couple_id AND x.until_after IS NOT NULL
        AND x.state <> 'ENDED' AND x.ends_on >= today ORDER BY x.id FOR UPDATE
    LOOP
      SELECT min((p.starts_at AT TIME ZONE c.time_zone)::date) INTO target FROM public.appointment p
        WHERE p.practice_id = c.practice_id AND p.couple_id = c.couple_id AND p.skipped_at IS NULL AND NOT p.away
          AND (p.starts_at AT TIME ZONE c.time_zone)::date > a.until_after;
      target := greatest(coalesce(target, a.until_after + 55), today);
      CONTINUE WHEN target = a.ends_on;
      UPDATE public.assignment x SET ends_on = target WHERE x.practice_id = c.practice_id AND x.id = a.id;
      CONTINUE WHEN a.state <> 'ACTIVE';
      length := CASE a.cadence->>'every' WHEN 'day' THEN 1 WHEN 'week' THEN 7 ELSE 14 END;
      per := (a.cadence->>'times')::int;
      PERFORM 1 FROM public.occurrence o WHERE o.practice_id = c.practice_id AND o.couple_id = c.couple_id AND o.assignment_id = a.id
        AND o.due_on >= today ORDER BY o.id FOR UPDATE;
      DELETE FROM public.occurrence o WHERE o.practice_id = c.practice_id AND o.couple_id = c.couple_id AND o.assignment_id = a.id
        AND o.due_on >= today AND o.opens_on > target
        AND NOT EXISTS (SELECT 1 FROM public.check_in ci WHERE ci.practice_id = o.practice_id AND ci.occurrence_id = o.id);
      UPDATE public.occurrence o SET due_on = least(target, CASE WHEN o.ordinal >= a.grid_ordinal THEN o.opens_on + length - 1 ELSE a.grid_on - 1 END)
        WHERE o.practice_id = c.practice_id AND o.couple_id = c.couple_id AND o.assignment_id = a.id AND o.due_on >= today
        AND NOT EXISTS (SELECT 1 FROM public.check_in ci WHERE ci.practice_id = o.practice_id AND ci.occurrence_id = o.id);
      INSERT INTO public.occurrence (practice_id, id, couple_id, assignment_id, person_id, ordinal, opens_on, due_on)
        SELECT c.practice_id, gen_random_uuid(), c.couple_id, a.id, ap.person_id, a.grid_ordinal + n.period * per + t.turn,
          a.grid_on + n.period * length, least(target, a.grid_on + (n.period + 1) * length - 1)
        FROM public.assignment_partner ap
        CROSS JOIN generate_series(greatest(0, (today - a.grid_on) / length), (least(target, today + 56) - a.grid_on) / length) AS n(period)
        CROSS JOIN generate_series(0, per - 1) AS t(turn)
        WHERE ap.practice_id = c.practice_id AND ap.assignment_id = a.id AND a.grid_on + n.period * length <= least(target, today + 56)
        ON CONFLICT DO NOTHING;
    END LOOP;
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER homework_follows_new AFTER INSERT ON appointment REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION guard.homework_follows();
CREATE TRIGGER homework_follows_changed AFTER UPDATE ON appointment REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION guard.homework_follows();
CREATE TRIGGER homework_follows_gone AFTER DELETE ON appointment REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION guard.homework_follows();
ALTER TABLE assignment ADD CONSTRAINT assignment_until CHECK (until_after IS NULL OR (ends_on IS NOT NULL AND until_after >= starts_on));
REVOKE ALL ON FUNCTION guard.appointment_away(), guard.absence_reaches(), guard.homework_follows() FROM PUBLIC;
