-- AlterTable
ALTER TABLE "assignment" ADD COLUMN     "grid_on" DATE,
ADD COLUMN     "grid_ordinal" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "paused_on" DATE;

-- What runs is paused, resumed and edited by the couple's clinicians.
GRANT UPDATE (note, plan, cadence, known_to_both, grid_on, grid_ordinal, paused_on) ON assignment TO reconnect_app;
ALTER TABLE assignment ADD CONSTRAINT assignment_paused CHECK ((state = 'PAUSED') = (paused_on IS NOT NULL)) NOT VALID;
ALTER TABLE assignment ADD CONSTRAINT assignment_grid CHECK (grid_ordinal >= 0 AND (grid_on IS NULL OR grid_on >= starts_on));

-- What was ended stays ended, and what both know nobody makes unknown again.
CREATE FUNCTION guard.assignment_kept() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  IF current_user <> 'reconnect_app' THEN RETURN NEW; END IF;
  IF (OLD.state = 'ENDED' AND NEW.state <> 'ENDED') OR (OLD.known_to_both AND NOT NEW.known_to_both) THEN
    RAISE EXCEPTION 'an assignment does not go back there' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER assignment_kept BEFORE UPDATE ON assignment FOR EACH ROW EXECUTE FUNCTION guard.assignment_kept();

-- The last day of a window moves with its assignment while nobody has answered it.
CREATE POLICY app_update ON occurrence FOR UPDATE TO reconnect_app
  USING (practice_id = (SELECT guard.app_practice()) AND couple_id = ANY ((SELECT guard.app_clinician_couples())::uuid[]));
GRANT UPDATE (due_on) ON occurrence TO reconnect_app;
CREATE FUNCTION guard.occurrence_kept() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  IF NEW.due_on IS DISTINCT FROM OLD.due_on AND EXISTS (
    SELECT 1 FROM public.check_in c WHERE c.practice_id = OLD.practice_id AND c.occurrence_id = OLD.id) THEN
    RAISE EXCEPTION 'what was answered stays as it was' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER occurrence_kept BEFORE UPDATE ON occurrence FOR EACH ROW EXECUTE FUNCTION guard.occurrence_kept();
REVOKE ALL ON FUNCTION guard.assignment_kept(), guard.occurrence_kept() FROM PUBLIC;
