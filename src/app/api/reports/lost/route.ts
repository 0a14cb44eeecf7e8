import { lostFile } from '@/features/reports/download-queries';
import { userDownload } from '@/lib/download';

/** Why deals were lost, as a CSV file. */
export const GET = userDownload(lostFile);
