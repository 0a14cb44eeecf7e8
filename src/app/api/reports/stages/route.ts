import { stagesFile } from '@/features/reports/server/report-download-queries';
import { userDownload } from '@/lib/request/download';

/** What became of the deals that left each stage, as a CSV file. */
export const GET = userDownload(stagesFile);
