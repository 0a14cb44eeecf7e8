import { lostFile } from '@/features/reports/server/report-download-queries';
import { userDownload } from '@/lib/request/download';

/** Why deals were lost, as a CSV file. */
export const GET = userDownload(lostFile);
