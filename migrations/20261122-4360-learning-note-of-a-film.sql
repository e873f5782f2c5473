-- Which film of its unit a note's time code means; none where there is but one, or where nobody told.
alter table learning.note add column block_id text constraint note_block_id_short check (length(block_id) <= 80);
