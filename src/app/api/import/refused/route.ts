import { refusedFile } from '@/features/import/server/import-queries';
import { userDownload } from '@/lib/request/download';

/** The rows of an import that were refused. */
export const GET = userDownload(refusedFile);
