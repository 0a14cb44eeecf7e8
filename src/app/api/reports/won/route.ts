import { wonFile } from '@/features/reports/download-queries';
import { userDownload } from '@/lib/download';

/** What was won, month by month, as a CSV file. */
export const GET = userDownload(wonFile);
