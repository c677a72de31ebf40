-- AlterTable
ALTER TABLE "identity"."user" ADD COLUMN     "email_proven" BOOLEAN NOT NULL DEFAULT true;

-- Whoever joined in the room and has not confirmed the address yet.
UPDATE identity."user" u SET email_proven = false
FROM identity.membership m JOIN person_private pp ON pp.practice_id = m.practice_id AND pp.person_id = m.person_id
WHERE m.user_id = u.id AND lower(pp.pending_email) = u.email;
