import { wonFile } from '@/features/reports/server/report-download-queries';
import { userDownload } from '@/lib/request/download';

/** What was won, month by month, as a CSV file. */
export const GET = userDownload(wonFile);
