-- Two couples of one person in one practice carry one name: since when and with whom tells them apart, never the other partner.
DROP FUNCTION guard.app_contexts();
CREATE FUNCTION guard.app_contexts()
RETURNS TABLE (practice_id uuid, practice_name text, couple_id uuid, roles text[], locale text, since date, therapist text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN QUERY
    SELECT m.practice_id, pr.name, NULL::uuid, array_agg(r.role::text ORDER BY r.role), pp.locale, NULL::date, NULL::text
    FROM identity.membership m
    JOIN public.person p ON p.practice_id = m.practice_id AND p.id = m.person_id AND p.ended_at IS NULL
    JOIN public.practice pr ON pr.id = m.practice_id
    JOIN public.person_private pp ON pp.practice_id = p.practice_id AND pp.person_id = p.id
    JOIN public.staff_role r ON r.practice_id = p.practice_id AND r.person_id = p.id AND r.ended_at IS NULL
    WHERE m.user_id = (SELECT guard.app_user()) GROUP BY m.practice_id, pr.name, pp.locale
    UNION ALL
    SELECT m.practice_id, pr.name, cp.couple_id, '{}'::text[], pp.locale, (cp.joined_at AT TIME ZONE pp.time_zone)::date, (
      SELECT t.display_name FROM public.couple_clinician cc
      JOIN public.person t ON t.practice_id = cc.practice_id AND t.id = cc.person_id AND t.ended_at IS NULL
      WHERE cc.practice_id = cp.practice_id AND cc.couple_id = cp.couple_id AND cc.role = 'PRIMARY'
        AND cc.starts_at <= (SELECT guard.app_now()) AND (cc.ends_at IS NULL OR cc.ends_at > (SELECT guard.app_now()))
      ORDER BY cc.starts_at DESC LIMIT 1)
    FROM identity.membership m
    JOIN public.person p ON p.practice_id = m.practice_id AND p.id = m.person_id AND p.ended_at IS NULL
    JOIN public.practice pr ON pr.id = m.practice_id
    JOIN public.person_private pp ON pp.practice_id = p.practice_id AND pp.person_id = p.id
    JOIN public.couple_partner cp ON cp.practice_id = p.practice_id AND cp.person_id = p.id AND cp.joined_at IS NOT NULL
    WHERE m.user_id = (SELECT guard.app_user());
END $$;
REVOKE ALL ON FUNCTION guard.app_contexts() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guard.app_contexts() TO reconnect_app;
