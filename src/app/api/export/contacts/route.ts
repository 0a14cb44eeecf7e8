import { contactFile } from '@/features/contacts/export-queries';
import { exportList } from '@/features/export/queries';
import { userDownload } from '@/lib/download';

/** The contacts of a list as a CSV file. */
export const GET = userDownload((userId, params) => exportList(userId, contactFile, params));
