export { uploadFile as POST } from '@/features/import/upload-import';
