import 'server-only';
import { userUpload } from '@/lib/request/upload';
import { largestFile, tooLarge } from './import-outcome';
import { takeFile } from './server/import-mutations';

/** Takes a file to import; answers with the import's id. */
export const uploadFile = userUpload({ largest: largestFile, tooLarge }, takeFile);
