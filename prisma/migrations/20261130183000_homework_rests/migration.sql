-- AlterTable
ALTER TABLE "absence" ADD COLUMN     "homework_rests" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "occurrence" ADD COLUMN     "rests" BOOLEAN NOT NULL DEFAULT false;

-- Whoever plans time away says it; for what was planned before nobody did, and homework goes on.
ALTER TABLE absence ALTER COLUMN homework_rests DROP DEFAULT;
GRANT UPDATE (homework_rests) ON absence TO reconnect_app;
GRANT SELECT (homework_rests) ON absence TO reconnect_worker;
GRANT SELECT (absence_id) ON couple_clinician TO reconnect_worker;

-- ── Homework rests while its couple's primary clinician is away and nobody covers ───────────────────────────
-- Partners may not read absences, and whoever adds windows need not know of them: so the database says which windows lie
-- inside one. A window that reaches beyond those days stays open, and so does homework given for them (it began within).
-- From tomorrow on only: what a partner has open today stays so until its day is over.

CREATE FUNCTION guard.occurrence_rests() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE zone text;
BEGIN
  SELECT time_zone INTO zone FROM public.practice WHERE id = NEW.practice_id;
  IF TG_OP = 'UPDATE' AND NOT OLD.rests AND NEW.opens_on <= (guard.app_now() AT TIME ZONE zone)::date THEN RETURN NEW; END IF;
  NEW.rests := EXISTS (
    SELECT 1 FROM public.couple_clinician cc
    JOIN public.absence ab ON ab.practice_id = cc.practice_id AND ab.person_id = cc.person_id AND ab.cancelled_at IS NULL AND ab.homework_rests
      AND ab.starts_on <= NEW.opens_on AND NEW.due_on <= ab.ends_on
    JOIN public.assignment a ON a.practice_id = NEW.practice_id AND a.id = NEW.assignment_id AND a.starts_on < ab.starts_on
    WHERE cc.practice_id = NEW.practice_id AND cc.couple_id = NEW.couple_id AND cc.role = 'PRIMARY' AND cc.ends_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM public.couple_clinician s
        WHERE s.practice_id = cc.practice_id AND s.couple_id = cc.couple_id AND s.absence_id = ab.id AND s.ends_at > s.starts_at
          AND (s.starts_at AT TIME ZONE zone)::date <= NEW.opens_on AND (s.ends_at AT TIME ZONE zone)::date > NEW.due_on));
  RETURN NEW;
END $$;
CREATE TRIGGER occurrence_rests BEFORE INSERT OR UPDATE OF opens_on, due_on ON occurrence FOR EACH ROW EXECUTE FUNCTION guard.occurrence_rests();

-- A changed absence, other cover, another primary clinician: what is not over is looked at again.
CREATE FUNCTION guard.rests_follow() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE couples uuid[]; today date;
BEGIN
  SELECT (guard.app_now() AT TIME ZONE pr.time_zone)::date INTO today FROM public.practice pr WHERE pr.id = NEW.practice_id;
  IF today IS NULL THEN RETURN NULL; END IF;
  IF TG_TABLE_NAME = 'absence' THEN
    SELECT array_agg(cc.couple_id) INTO couples FROM public.couple_clinician cc
      WHERE cc.practice_id = NEW.practice_id AND cc.person_id = NEW.person_id AND cc.role = 'PRIMARY' AND cc.ends_at IS NULL;
  ELSE
    couples := ARRAY[NEW.couple_id];
  END IF;
  PERFORM 1 FROM public.occurrence o WHERE o.practice_id = NEW.practice_id AND o.couple_id = ANY (couples) AND o.due_on >= today
    ORDER BY o.id FOR UPDATE;
  UPDATE public.occurrence o SET due_on = o.due_on
    FROM public.assignment a WHERE a.practice_id = o.practice_id AND a.id = o.assignment_id AND a.state <> 'ENDED'
      AND o.practice_id = NEW.practice_id AND o.couple_id = ANY (couples) AND o.due_on >= today;
  RETURN NULL;
END $$;
CREATE TRIGGER rests_follow AFTER INSERT OR UPDATE ON absence FOR EACH ROW EXECUTE FUNCTION guard.rests_follow();
CREATE TRIGGER rests_follow AFTER INSERT OR UPDATE ON couple_clinician FOR EACH ROW
  WHEN (NEW.role = 'PRIMARY' OR NEW.absence_id IS NOT NULL) EXECUTE FUNCTION guard.rests_follow();

-- ── Homework that was ended: the window that is open stays as a place for what its partner had begun to write ──

CREATE FUNCTION guard.ended_rests() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  UPDATE public.occurrence o SET rests = true
  FROM public.practice pr WHERE pr.id = NEW.practice_id AND o.practice_id = NEW.practice_id AND o.couple_id = NEW.couple_id
    AND o.assignment_id = NEW.id AND o.due_on >= (guard.app_now() AT TIME ZONE pr.time_zone)::date
    AND NOT EXISTS (SELECT 1 FROM public.check_in ci WHERE ci.practice_id = o.practice_id AND ci.occurrence_id = o.id);
  RETURN NULL;
END $$;
CREATE TRIGGER ended_rests AFTER UPDATE OF state ON assignment FOR EACH ROW WHEN (NEW.state = 'ENDED') EXECUTE FUNCTION guard.ended_rests();

REVOKE ALL ON FUNCTION guard.occurrence_rests(), guard.rests_follow(), guard.ended_rests() FROM PUBLIC;
