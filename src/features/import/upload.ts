import 'server-only';
import { userUpload } from '@/lib/upload';
import { takeFile } from './mutations';
import { largestFile, tooLarge } from './report';

/** Takes a file to import; answers with the import's id. */
export const uploadFile = userUpload({ largest: largestFile, tooLarge }, takeFile);
