-- Partners never share a mailbox, also once one has joined: their address is erased then, and marks of the mailboxes stay.
-- A mark is a keyed hash bound to the couple; the key is not in the database.
ALTER TABLE invitation ADD COLUMN mailboxes TEXT[] DEFAULT '{}';
GRANT UPDATE (mailboxes) ON invitation TO reconnect_system;
