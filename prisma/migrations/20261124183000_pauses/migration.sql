-- ── A pause keeps back what still waits for its hour ────────────────────────────────────────────────────────
-- A note for tonight, a share in its hold: when the couple or the homework rests or ends, or a clinician switches off what
-- tools carry, it stays with its author alone, and going on later does not send it. Whoever pauses says the hour (`app.now`).

CREATE FUNCTION guard.couple_keeps_back() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  UPDATE public.entry e SET visibility = 'PRIVATE', shared_at = NULL, updated_at = guard.app_now(), version = e.version + 1
  WHERE e.practice_id = NEW.practice_id AND e.couple_id = NEW.id AND e.visibility = 'SHARED' AND e.shared_at > guard.app_now();
  RETURN NULL;
END $$;
CREATE TRIGGER couple_keeps_back AFTER UPDATE OF state, partner_delivery ON couple FOR EACH ROW
  WHEN (NEW.state <> 'ACTIVE' OR NOT NEW.partner_delivery) EXECUTE FUNCTION guard.couple_keeps_back();

CREATE FUNCTION guard.assignment_keeps_back() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  UPDATE public.entry e SET visibility = 'PRIVATE', shared_at = NULL, updated_at = guard.app_now(), version = e.version + 1
  WHERE e.practice_id = NEW.practice_id AND e.couple_id = NEW.couple_id AND e.assignment_id = NEW.id AND e.visibility = 'SHARED'
    AND e.shared_at > guard.app_now();
  RETURN NULL;
END $$;
CREATE TRIGGER assignment_keeps_back AFTER UPDATE OF state ON assignment FOR EACH ROW
  WHEN (NEW.state <> 'ACTIVE') EXECUTE FUNCTION guard.assignment_keeps_back();

REVOKE ALL ON FUNCTION guard.couple_keeps_back(), guard.assignment_keeps_back() FROM PUBLIC;
