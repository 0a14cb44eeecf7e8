import { contactFile } from '@/features/contacts/server/contact-export-queries';
import { exportList } from '@/features/export/server/export-queries';
import { userDownload } from '@/lib/request/download';

/** The contacts of a list as a CSV file. */
export const GET = userDownload((userId, params) => exportList(userId, contactFile, params));
