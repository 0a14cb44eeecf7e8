import { resultsFile } from '@/features/reports/download-queries';
import { userDownload } from '@/lib/download';

/** What was won and lost in a period, as a CSV file. */
export const GET = userDownload(resultsFile);
