-- Whoever reads a mailbox says that a login with its address is not theirs: the address is free for a login of their own.
ALTER TABLE "identity"."user" ADD COLUMN "email_disowned_at" TIMESTAMPTZ(3);
ALTER TABLE "identity"."user" ADD CONSTRAINT user_disowned CHECK (email_disowned_at IS NULL OR NOT email_proven);
