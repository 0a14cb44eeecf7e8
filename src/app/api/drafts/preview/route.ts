import { noteDraftReference } from '@/features/notes/schema';
import { previewNoteDraft } from '@/features/notes/server/note-draft-queries';
import { userRoute } from '@/lib/request/route';

export const GET = userRoute(noteDraftReference, previewNoteDraft);
