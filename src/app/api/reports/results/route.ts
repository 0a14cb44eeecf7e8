import { resultsFile } from '@/features/reports/server/report-download-queries';
import { userDownload } from '@/lib/request/download';

/** What was won and lost in a period, as a CSV file. */
export const GET = userDownload(resultsFile);
