import 'server-only';
import { userPost } from '@/lib/request/post';
import { noteDraft } from './schema';
import { keepNoteDraft } from './server/note-draft-mutations';

/** Keeps a draft of a record's notes. */
export const postNoteDraft = userPost(noteDraft, keepNoteDraft);
