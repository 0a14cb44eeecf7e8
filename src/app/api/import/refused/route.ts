import { refusedFile } from '@/features/import/queries';
import { userDownload } from '@/lib/download';

/** The rows of an import that were refused. */
export const GET = userDownload(refusedFile);
