export { postOpened as POST } from '@/features/search/post-opened';
