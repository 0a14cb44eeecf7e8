export { postNoteDraft as POST } from '@/features/notes/post-note-draft';
