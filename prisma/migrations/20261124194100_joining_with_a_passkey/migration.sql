-- A passkey made on the way in, before there is a login that it could belong to.
ALTER TYPE "identity"."challenge_kind" ADD VALUE 'PASSKEY_JOIN';
