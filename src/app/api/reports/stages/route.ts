import { stagesFile } from '@/features/reports/download-queries';
import { userDownload } from '@/lib/download';

/** What became of the deals that left each stage, as a CSV file. */
export const GET = userDownload(stagesFile);
