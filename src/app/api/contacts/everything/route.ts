import { personFile } from '@/features/privacy/server/person-file-queries';
import { userDownload } from '@/lib/request/download';

/** Everything about a contact as one archive. */
export const GET = userDownload(personFile);
