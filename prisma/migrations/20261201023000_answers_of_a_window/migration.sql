-- An answer meets the other's only in the window in which it was asked: once a window is over, what was not opened stays closed
-- for good, even where the deck is through and the card comes back. What there is only one of is told by window and card now.
UPDATE entry SET once = ordinal || '|' || slot
WHERE once = slot AND ((kind = 'answer' AND gate = 'MUTUAL') OR kind = 'pass');
