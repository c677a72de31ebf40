-- Who leaves a practice leaves its roles, in the same transaction, whoever says so.
CREATE FUNCTION guard.person_left() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  UPDATE public.staff_role r SET ended_at = NEW.ended_at
  WHERE r.practice_id = NEW.practice_id AND r.person_id = NEW.id AND r.ended_at IS NULL;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION guard.person_left() FROM PUBLIC;
CREATE TRIGGER person_left AFTER UPDATE ON person FOR EACH ROW
  WHEN (OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL) EXECUTE FUNCTION guard.person_left();
