-- Undone by undo_change_sets(), which goes by what the log says of later changes.
DROP FUNCTION IF EXISTS undo_change_set(uuid, uuid), as_logged(jsonb, jsonb);
